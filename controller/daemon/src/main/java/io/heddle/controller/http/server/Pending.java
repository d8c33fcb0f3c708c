package io.heddle.controller.http.server;

import io.heddle.controller.http.message.Method;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.controller.http.message.Target;
import io.heddle.controller.http.route.Router.Found;
import io.heddle.controller.tls.Caller;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Map;

/** A request while its body comes in. Single-threaded. */
final class Pending {

    final Method method;
    final Found found;
    private final Target target;
    private final Map<String, String> headers;
    private final Caller caller;
    private byte[] body;
    private int length;

    Pending(Method method, Target target, Map<String, String> headers, Caller caller, Found found, long expected) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.caller = caller;
        this.found = found;
        body = new byte[Math.clamp(expected, 0, 4096)];
    }

    /** Takes in a part of the body; what is promised is not believed, memory grows with what came. */
    void add(ByteBuf part) throws Refused {
        int more = part.readableBytes();
        if (more == 0) {
            return;
        }
        if (length + more > found.route().maxBody()) {
            throw Heads.tooLarge(found.route());
        }
        if (length + more > body.length) {
            body = Arrays.copyOf(body, Math.max(length + more, 2 * body.length));
        }
        part.readBytes(body, length, more);
        length += more;
    }

    Request whole() {
        byte[] exact = length == body.length ? body : Arrays.copyOf(body, length);
        return new Request(method, target, headers, caller, found.names(), exact);
    }
}
