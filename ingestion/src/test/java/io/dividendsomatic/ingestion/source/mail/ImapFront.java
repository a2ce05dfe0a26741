package io.dividendsomatic.ingestion.source.mail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Stands before a mail server, speaks TLS for it, hears every line, and can cut the line at any step of the conversation,
 * count messages anew, and offer the mechanism PLAIN, which the server behind does not know.
 */
final class ImapFront implements AutoCloseable {
    private static final Pattern STEP = Pattern.compile("(\\*|\\+|[A-Z]+\\d+) .*", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("(\\S+) AUTHENTICATE PLAIN ?(\\S*)\r\n");

    private final ServerSocket server;
    private final int behind;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger steps = new AtomicInteger();
    private volatile int cutAt = Integer.MAX_VALUE;
    private volatile long uidValidity;
    private volatile boolean plain;

    ImapFront(SSLContext context, int behind) throws IOException {
        this.server = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.behind = behind;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The connection breaks in the middle of this answer of the server, counted from now. */
    void cutAt(int step) {
        steps.set(0);
        cutAt = step;
    }

    boolean wasCut() {
        return steps.get() >= cutAt;
    }

    int steps() {
        return steps.get();
    }

    void countAnew(long validity) {
        uidValidity = validity;
    }

    void offerPlain() {
        plain = true;
    }

    /** What clients asked, line by line. */
    List<String> asked() {
        return asked;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket backend = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Thread answers = Thread.ofVirtual().start(() -> forward(client, backend));
            InputStream from = new BufferedInputStream(client.getInputStream());
            OutputStream to = backend.getOutputStream();
            for (String line = line(from); !line.isEmpty(); line = line(from)) {
                asked.add(line.strip());
                to.write(latin(translated(line, from, client.getOutputStream())));
                to.flush();
            }
            backend.shutdownOutput();
            backend.shutdownInput();
            answers.join();
        } catch (IOException | InterruptedException cut) {
            // either side is gone, which is what this is for
        }
    }

    private void forward(Socket client, Socket backend) {
        try {
            InputStream from = new BufferedInputStream(backend.getInputStream());
            OutputStream to = new BufferedOutputStream(client.getOutputStream());
            for (String line = line(from); !line.isEmpty(); line = line(from)) {
                if (STEP.matcher(line).matches() && steps.incrementAndGet() == cutAt) {
                    to.write(latin(line.substring(0, line.length() / 2)));
                    to.flush();
                    client.close();
                    backend.close();
                    return;
                }
                to.write(latin(rewritten(line)));
                if (from.available() == 0) {
                    to.flush();
                }
            }
            to.flush();
            client.close();
        } catch (IOException cut) {
            // as above
        }
    }

    private String rewritten(String line) {
        String result = line;
        if (plain && line.startsWith("* CAPABILITY")) {
            result = line.replace("AUTH=XOAUTH2", "AUTH=PLAIN");
        }
        return uidValidity == 0 ? result : result.replaceFirst("UIDVALIDITY \\d+", "UIDVALIDITY " + uidValidity);
    }

    private static String translated(String line, InputStream from, OutputStream client) throws IOException {
        Matcher asked = PLAIN.matcher(line);
        if (!asked.matches()) {
            return line;
        }
        String answer = asked.group(2);
        if (answer.isEmpty()) {
            client.write(latin("+ \r\n"));
            client.flush();
            answer = line(from).strip();
        }
        String[] words = new String(Base64.getDecoder().decode(answer), StandardCharsets.UTF_8).split("\0", -1);
        return asked.group(1) + " LOGIN " + words[1] + " " + words[2] + "\r\n";
    }

    private static String line(InputStream from) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = from.read(); next >= 0; next = from.read()) {
            line.write(next);
            if (next == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] latin(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
