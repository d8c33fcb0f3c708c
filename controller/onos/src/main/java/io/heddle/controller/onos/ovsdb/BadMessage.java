package io.heddle.controller.onos.ovsdb;

/** What a switch sent is not what RFC 7047 and its schema allow; the message says where, what was found, what was expected. */
final class BadMessage extends Exception {

    private static final long serialVersionUID = 1;

    BadMessage(String message) {
        super(message);
    }
}
