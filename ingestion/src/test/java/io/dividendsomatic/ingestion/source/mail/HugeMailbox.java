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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server whose mailbox has as many messages as one likes, because none exists before it is asked for. It speaks what
 * the source says and no more. All messages are somebody's private ones but the last, which has the text it is given.
 */
final class HugeMailbox implements AutoCloseable {
    private static final Pattern COMMAND = Pattern.compile("(\\S+) (.*)\r\n", Pattern.DOTALL);
    private static final Pattern NUMBERS = Pattern.compile("UID FETCH (\\d+):\\* \\(UID\\)");
    private static final Pattern ENVELOPES = Pattern.compile("FETCH (\\d+)(?::(\\d+))? \\(.*ENVELOPE.*\\)");
    private static final Pattern CONTENT = Pattern.compile("FETCH (\\d+) \\(BODY\\.PEEK\\[]<(\\d+)\\.(\\d+)>\\)");
    private static final String PERSON = "((NIL NIL \"%s\" \"%s\"))";

    private final ServerSocket server;
    private final AtomicInteger count;
    private volatile byte[] last = new byte[0];

    HugeMailbox(int messages) throws IOException {
        this.count = new AtomicInteger(messages);
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** A statement of a broker arrives. */
    void deliver(String raw) {
        last = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        count.incrementAndGet();
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
        try (client) {
            InputStream from = new BufferedInputStream(client.getInputStream());
            OutputStream to = new BufferedOutputStream(client.getOutputStream());
            say(to, "* OK at your service");
            to.flush();
            for (String line = line(from); !line.isEmpty(); line = line(from)) {
                Matcher command = COMMAND.matcher(line);
                if (!command.matches()) {
                    throw new IOException("no command: " + line);
                }
                answer(command.group(2), to);
                say(to, command.group(1) + " OK done");
                to.flush();
            }
        } catch (IOException gone) {
            // the other side hung up
        }
    }

    private void answer(String command, OutputStream to) throws IOException {
        int messages = count.get();
        Matcher numbers = NUMBERS.matcher(command);
        Matcher envelopes = ENVELOPES.matcher(command);
        Matcher content = CONTENT.matcher(command);
        if (numbers.matches()) {
            // the last message belongs to any such range, also to one that begins behind it
            for (int n = Math.min(Integer.parseInt(numbers.group(1)), messages); n <= messages; n++) {
                say(to, "* " + n + " FETCH (UID " + n + ")");
            }
        } else if (envelopes.matches()) {
            int end = Integer.parseInt(envelopes.group(2) == null ? envelopes.group(1) : envelopes.group(2));
            for (int n = Integer.parseInt(envelopes.group(1)); n <= end; n++) {
                say(to, "* " + n + " FETCH (ENVELOPE " + envelope(n) + " RFC822.SIZE " + size(n) + ")");
            }
        } else if (content.matches()) {
            int start = Math.min(Integer.parseInt(content.group(2)), last.length);
            int length = Math.min(Integer.parseInt(content.group(3)), last.length - start);
            say(to, "* " + content.group(1) + " FETCH (BODY[]<" + start + "> {" + length + "}");
            to.write(last, start, length);
            say(to, ")");
        } else if (command.startsWith("CAPABILITY")) {
            say(to, "* CAPABILITY IMAP4rev1");
        } else if (command.startsWith("LIST")) {
            say(to, "* LIST () \"/\" \"INBOX\"");
        } else if (command.startsWith("EXAMINE")) {
            say(to, "* " + messages + " EXISTS");
            say(to, "* OK [UIDVALIDITY 1] counted once");
            say(to, "* OK [UIDNEXT " + (messages + 1) + "] next");
        }
    }

    private int size(int number) {
        return isStatement(number) ? last.length : 300;
    }

    private boolean isStatement(int number) {
        return number == count.get() && last.length > 0;
    }

    private String envelope(int number) {
        String from = isStatement(number)
                ? PERSON.formatted("donotreply", "interactivebrokers.com")
                : PERSON.formatted("friend", "example.org");
        String subject = isStatement(number) ? "Activity Flex for 01/30/2026" : "Lunch?";
        return "(\"Fri, 30 Jan 2026 10:00:00 +0000\" \"%s\" %s %s %s %s NIL NIL NIL \"<%d@example.com>\")"
                .formatted(subject, from, from, from, PERSON.formatted("investor", "localhost"), number);
    }

    private static void say(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
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

    @Override
    public void close() throws IOException {
        server.close();
    }
}
