package io.dividendsomatic.ingestion.source.mail;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.source.Refusals;
import io.dividendsomatic.ingestion.source.Schedule;
import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.mail.MailboxSettings.Afterwards;
import io.dividendsomatic.portfolio.kernel.FileId;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A mail server with one mailbox, its front, and an intake in memory that remembers what it was given. */
final class PostOffice implements MailCursors, Refusals, MailSource.Office, AutoCloseable {
    static final String USER = "investor@localhost";
    static final String PASSWORD = "app-password";
    static final String IBKR = "donotreply@interactivebrokers.com";

    /** Its own default of two seconds is too short for a busy machine. */
    private static final long STARTUP_MILLIS = 30_000;

    private final GreenMail server = new GreenMail(setup());
    private final GreenMailUser user;
    private final TestCertificate certificate;
    final ImapFront front;

    final Map<FileId, Delivery> files = new LinkedHashMap<>();
    final List<String> deliveries = new ArrayList<>();
    final Map<String, String> refusals = new LinkedHashMap<>();

    /** So many files are kept, and then the disk is full. */
    int roomFor = Integer.MAX_VALUE;

    private final Map<String, long[]> cursors = new HashMap<>();

    PostOffice(TestCertificate certificate) throws IOException, GeneralSecurityException {
        this.certificate = certificate;
        server.start();
        user = server.setUser(USER, USER, PASSWORD);
        front = new ImapFront(certificate.context(), server.getImap().getPort());
    }

    MailboxSettings settings() {
        return settings(Secret.of(PASSWORD), Afterwards.NOTHING, null);
    }

    MailboxSettings settings(Secret password, Afterwards afterwards, @Nullable String into) {
        return new MailboxSettings(
                "localhost",
                front.port(),
                USER,
                password,
                null,
                certificate.pem(),
                List.of(),
                afterwards,
                into,
                null,
                Duration.ofSeconds(10),
                DataSize.ofMegabytes(40),
                new Schedule(null, ZoneId.of("Europe/Helsinki"), null));
    }

    static MailboxSettings at(MailboxSettings settings, int port) {
        return new MailboxSettings(
                settings.host(),
                port,
                settings.user(),
                settings.password(),
                settings.oauth(),
                settings.trust(),
                settings.rules(),
                settings.afterwards(),
                settings.into(),
                settings.authenticatedBy(),
                settings.timeout(),
                settings.limit(),
                settings.schedule());
    }

    static MailboxSettings trusting(MailboxSettings settings, @Nullable Path pem) {
        return new MailboxSettings(
                settings.host(),
                settings.port(),
                settings.user(),
                settings.password(),
                settings.oauth(),
                pem,
                settings.rules(),
                settings.afterwards(),
                settings.into(),
                settings.authenticatedBy(),
                settings.timeout(),
                settings.limit(),
                settings.schedule());
    }

    static MailboxSettings by(MailboxSettings settings, MailboxSettings.OAuth oauth) {
        return new MailboxSettings(
                settings.host(),
                settings.port(),
                settings.user(),
                null,
                oauth,
                settings.trust(),
                settings.rules(),
                settings.afterwards(),
                settings.into(),
                settings.authenticatedBy(),
                settings.timeout(),
                settings.limit(),
                settings.schedule());
    }

    /** A program that has just started. */
    MailSource source() {
        return source(settings());
    }

    MailSource source(MailboxSettings settings) {
        return new MailSource("test", settings, this, this, this, Clock.systemUTC());
    }

    void deliver(String raw) throws MessagingException {
        byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    MailFolder folder(String name) {
        MailFolder folder = server.getManagers().getImapHostManager().getFolder(user, name);
        if (folder == null) {
            throw new IllegalStateException("no folder " + name);
        }
        return folder;
    }

    @Override
    public OptionalLong last(String source, String folder, long uidValidity) {
        long[] known = cursors.get(source + folder);
        return known == null || known[0] != uidValidity ? OptionalLong.empty() : OptionalLong.of(known[1]);
    }

    @Override
    public void moveTo(String source, String folder, long uidValidity, long uid) {
        cursors.put(source + folder, new long[] {uidValidity, uid});
    }

    @Override
    public void tell(String source, String key, String what, String code, String message) {
        if (refusals.putIfAbsent(key, code + " " + what) == null) {
            deliveries.add("refused " + code);
        }
    }

    @Override
    public List<Receipt> receive(List<Delivery> batch) {
        return batch.stream().map(this::receive).toList();
    }

    private Receipt receive(Delivery delivery) {
        FileId file = FileId.of(delivery.content());
        if (files.size() == roomFor && !files.containsKey(file)) {
            throw new UncheckedIOException(
                    "the archive cannot keep " + file, new IOException("No space left on device"));
        }
        deliveries.add(delivery.name());
        return files.putIfAbsent(file, delivery) == null ? new Receipt.Taken(file) : new Receipt.Known(file);
    }

    @Override
    public Optional<ImportEntry> await(FileId file) {
        Delivery delivery = files.get(file);
        if (delivery == null) {
            return Optional.empty();
        }
        boolean bad = new String(delivery.content(), StandardCharsets.UTF_8).startsWith("bad");
        Problem problem = Problem.ofFile(ProblemCode.UNKNOWN_FORMAT, "nobody knows it");
        return Optional.of(new ImportEntry(
                file,
                delivery.name(),
                delivery.source(),
                delivery.content().length,
                Instant.EPOCH,
                bad ? ImportEntry.Status.REJECTED : ImportEntry.Status.PARSED,
                null,
                null,
                null,
                List.of(),
                null,
                RowCounts.NONE,
                new ImportEntry.Facts(0, 0),
                new TreeMap<>(),
                List.of(),
                bad ? List.of(problem) : List.of(),
                null));
    }

    /** The texts of the files that were taken, each once. */
    List<String> texts() {
        return files.values().stream()
                .map(file -> new String(file.content(), StandardCharsets.UTF_8).strip())
                .toList();
    }

    private static ServerSetup setup() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        return setup;
    }

    @Override
    public void close() throws IOException {
        front.close();
        server.stop();
    }
}
