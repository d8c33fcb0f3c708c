/** The controller with what it stands on: real etcd, a disk that is full. */
@NullMarked
package io.heddle.test.controller;

import org.jspecify.annotations.NullMarked;
