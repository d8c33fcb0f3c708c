package io.heddle.controller.http.server;

import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.tls.Caller;
import io.heddle.controller.tls.CurrentTls;
import io.heddle.controller.tls.Judgement;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Who is at the other end of a connection, judged with every request. Single-threaded. */
final class PeerName {

    private final Shared shared;
    private final Channel channel;
    private Optional<Judgement> last = Optional.empty();

    PeerName(Shared shared, Channel channel) {
        this.shared = shared;
        this.channel = channel;
    }

    /** Address and port. */
    String name() {
        return channel.remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress() + ":" + address.getPort()
                : "gone";
    }

    /** Who it is. A certificate that is not believed any more is refused. */
    Caller caller() throws Refused {
        Optional<Judgement> judgement = judge();
        if (judgement.isEmpty()) {
            return Caller.LOCAL;
        }
        Optional<String> doubt = judgement.get().doubt();
        if (doubt.isPresent()) {
            throw new Refused(Problem.of(401, "certificate-refused", "certificate", doubt.get(), "a valid one")
                    .with("connection", "close"));
        }
        return judgement.get().caller();
    }

    Optional<String> doubt() {
        return judge().flatMap(Judgement::doubt);
    }

    private Optional<Judgement> judge() {
        Optional<CurrentTls> tls = shared.tls();
        SslHandler handler = channel.pipeline().get(SslHandler.class);
        if (tls.isEmpty() || handler == null) {
            return Optional.empty();
        }
        last = Optional.of(tls.get()
                .judge(handler.engine().getSession(), last, shared.clock().instant()));
        return last;
    }
}
