package io.dividendsomatic.ingestion.source.mail;

import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.TrustedAuthorities;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A conversation with one mail server, from log-in to log-out. */
final class MailConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailConnection.class);
    private static final String PROTOCOL = "imaps";

    /** A message is fetched in pieces of so many bytes; the library's own 16 KB make a large one slow. */
    private static final int PIECE = 1 << 20;

    private final Store store;

    private MailConnection(Store store) {
        this.store = store;
    }

    /** Throws SourceFailed when the server is not reached, does not prove its name, or refuses the log-in. */
    static MailConnection open(MailboxSettings settings, @Nullable AccessTokens tokens) {
        try {
            if (tokens == null) {
                return open(settings, settings.password());
            }
            try {
                return open(settings, tokens.current());
            } catch (AuthenticationFailedException e) {
                tokens.forget(); // it may have been withdrawn before its time
                return open(settings, tokens.current());
            }
        } catch (MessagingException e) {
            throw MailFailure.of(e, "the mail server cannot be reached: " + settings.host() + ":" + settings.port());
        }
    }

    private static MailConnection open(MailboxSettings settings, @Nullable Secret secret) throws MessagingException {
        Store store = Session.getInstance(properties(settings)).getStore(PROTOCOL);
        store.connect(settings.host(), settings.port(), settings.user(), secret == null ? "" : secret.reveal());
        return new MailConnection(store);
    }

    private static Properties properties(MailboxSettings settings) {
        String timeout = Long.toString(settings.timeout().toMillis());
        String prefix = "mail." + PROTOCOL + ".";
        Properties properties = new Properties();
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(
                prefix + "ssl.socketFactory",
                TrustedAuthorities.context(settings.trust()).getSocketFactory());
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "connectiontimeout", timeout);
        properties.put(prefix + "timeout", timeout);
        properties.put(prefix + "writetimeout", timeout);
        properties.put(prefix + "auth.mechanisms", settings.oauth() == null ? "PLAIN LOGIN" : "XOAUTH2");
        properties.put(prefix + "fetchsize", Integer.toString(PIECE));
        properties.put(prefix + "peek", "true"); // reading a message does not mark it as read
        return properties;
    }

    /** Throws SourceFailed when there is none of that name. */
    Folder folder(String name, boolean writable) throws MessagingException {
        Folder folder = store.getFolder(name);
        if (!folder.exists()) {
            throw SourceFailed.lasting("NO_SUCH_FOLDER", "the mailbox has no folder " + name, null);
        }
        folder.open(writable ? Folder.READ_WRITE : Folder.READ_ONLY);
        return folder;
    }

    /** Closed or to be made. */
    Folder target(String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
            throw SourceFailed.lasting("NO_SUCH_FOLDER", "the mailbox has no folder " + name, null);
        }
        return folder;
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            LOG.debug("A mail server did not take leave: {}", e.toString());
        }
    }
}
