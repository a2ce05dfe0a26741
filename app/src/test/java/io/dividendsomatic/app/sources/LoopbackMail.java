package io.dividendsomatic.app.sources;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** A mail server of this machine with one mailbox; it proves its name by a certificate made for the occasion. */
final class LoopbackMail implements AutoCloseable {
    private static final String USER = "me@localhost";

    /** Its own default of two seconds is too short for a busy machine. */
    private static final long STARTUP_MILLIS = 30_000;

    private final GreenMail server = new GreenMail(setup());
    private final GreenMailUser user;
    private final Path pem;

    /**
     * @param folder for its certificate
     */
    LoopbackMail(Path folder, String password) throws IOException, InterruptedException {
        pem = certificate(folder);
        server.start();
        user = server.setUser(USER, USER, password);
    }

    /** What the program has to be told of this mailbox, but the password. */
    Map<String, String> settings(String name) {
        Map<String, String> settings = new LinkedHashMap<>();
        String mailbox = "dividendsomatic.sources.mail." + name + ".";
        settings.put(mailbox + "host", "localhost");
        settings.put(mailbox + "port", Integer.toString(server.getImaps().getPort()));
        settings.put(mailbox + "user", USER);
        settings.put(mailbox + "trust", pem.toString());
        settings.put(mailbox + "schedule.cron", "-");
        return settings;
    }

    void deliver(String mail) throws MessagingException {
        byte[] raw = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }

    private static Path certificate(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("localhost.p12");
        Path pem = folder.resolve("localhost.pem");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
        keytool(store, "-exportcert", "-rfc", "-file", pem.toString());
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        return pem;
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = Stream.of(
                        Stream.of(tool),
                        Stream.of(arguments),
                        Stream.of("-alias", "server", "-keystore", store.toString(), "-storepass", "changeit"))
                .flatMap(part -> part)
                .toList();
        if (new ProcessBuilder(command).start().waitFor() != 0) {
            throw new IOException("keytool failed");
        }
    }

    private static ServerSetup setup() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        return setup;
    }

    @Override
    public void close() {
        server.stop();
    }
}
