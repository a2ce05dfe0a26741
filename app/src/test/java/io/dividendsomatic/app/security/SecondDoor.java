package io.dividendsomatic.app.security;

import java.util.Objects;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Service;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Another port of the running program, which other machines reach, or which says that it speaks TLS. */
final class SecondDoor implements AutoCloseable {
    private final Service service;
    private final Connector connector = new Connector();

    SecondDoor(WebServerApplicationContext program, String address, boolean secure) {
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(program.getWebServer());
        service = server.getTomcat().getService();
        connector.setPort(0);
        connector.setProperty("address", address);
        connector.setSecure(secure);
        connector.setScheme(secure ? "https" : "http");
        service.addConnector(connector);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        service.removeConnector(connector);
        connector.stop();
        connector.destroy();
    }
}
