package io.heddle.bgp.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/**
 * The platform's way to sockets.
 *
 * @param options whether it has the socket options of MD5 and GTSM
 */
record Platform(
        IoHandlerFactory handlers,
        Class<? extends SocketChannel> socket,
        Class<? extends ServerSocketChannel> serverSocket,
        boolean options) {

    static Platform of(boolean epoll) {
        return epoll && Epoll.isAvailable()
                ? new Platform(
                        EpollIoHandler.newFactory(), EpollSocketChannel.class, EpollServerSocketChannel.class, true)
                : new Platform(NioIoHandler.newFactory(), NioSocketChannel.class, NioServerSocketChannel.class, false);
    }
}
