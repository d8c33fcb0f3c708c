#ifndef HEDDLE_CNI_H
#define HEDDLE_CNI_H

/* heddle-cni install: copies itself and a network configuration into place. Exit code: 0, 2 for wrong words, 1 for a failure. */
int install(int count, char **words);

#endif
