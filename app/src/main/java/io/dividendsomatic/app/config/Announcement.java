package io.dividendsomatic.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells in the home folder at which address the program that uses it answers, so that a command finds it. A program that
 * was killed leaves the file behind: who reads it asks whether anybody answers.
 */
@Component
public class Announcement {
    private static final String NAME = ".address";

    private final Path file;
    private final String host;

    Announcement(Home home, @Value("${server.address:}") String address) {
        this.file = home.folder().resolve(NAME);
        this.host = reachable(address);
    }

    /** Who listens at every address is reached by loopback. */
    static String reachable(String address) {
        try {
            boolean everywhere =
                    address.isEmpty() || InetAddress.getByName(address).isAnyLocalAddress();
            String one = everywhere ? "127.0.0.1" : address;
            return one.contains(":") ? "[" + one + "]" : one;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** The address that stands in a home, if any. */
    public static Optional<URI> read(Path home) {
        try {
            return Optional.of(URI.create(Files.readString(home.resolve(NAME)).strip()));
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the home folder cannot be read: " + home, e);
        }
    }

    @EventListener
    void serving(WebServerInitializedEvent event) throws IOException {
        Files.writeString(file, "http://" + host + ":" + event.getWebServer().getPort() + "\n");
    }

    @EventListener(ContextClosedEvent.class)
    void closed() throws IOException {
        Files.deleteIfExists(file);
    }
}
