package io.dividendsomatic.app.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who is at the other end of the connection itself, whatever headers say of it.
 *
 * @param thisMachine the connection comes from loopback
 * @param forwarded a proxy says that it asks for another
 */
record Peer(boolean thisMachine, boolean forwarded) {
    /** Who is meant when nobody has looked: not us. */
    private static final Peer UNKNOWN = new Peer(false, true);

    private static final List<String> HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    static Peer of(ServletRequest request) {
        return request.getAttribute(Peer.class.getName()) instanceof Peer peer ? peer : UNKNOWN;
    }

    /** A person or program of this machine, with nobody in between. */
    boolean isOurs() {
        return thisMachine && !forwarded;
    }

    /** Looks before anything that believes headers, which may give the request another address. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Look implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addEngineValves(new Valve());
        }
    }

    private static final class Valve extends ValveBase {
        Valve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            boolean forwarded = HEADERS.stream().anyMatch(name -> request.getHeader(name) != null);
            request.setAttribute(Peer.class.getName(), new Peer(isLoopback(request.getRemoteAddr()), forwarded));
            getNext().invoke(request, response);
        }

        private static boolean isLoopback(String address) {
            try {
                return InetAddress.getByName(address).isLoopbackAddress(); // of digits: asks no name server
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }
}
