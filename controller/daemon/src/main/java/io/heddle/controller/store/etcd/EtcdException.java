package io.heddle.controller.store.etcd;

import java.io.IOException;

/** No member of the cluster answered, or one answered with an error. */
public final class EtcdException extends IOException {

    private static final long serialVersionUID = 1;

    EtcdException(String message) {
        super(message);
    }
}
