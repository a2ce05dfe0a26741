package io.dividendsomatic.ingestion.source.mail;

import io.dividendsomatic.ingestion.source.Schedule;
import io.dividendsomatic.ingestion.source.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * One mailbox. Its server is always spoken to over TLS, and always has to prove its name.
 *
 * @param user as the server knows it, usually the address
 * @param password for example an app password; or else {@code oauth}
 * @param trust certificates of a private authority, PEM; absent for those that come with Java
 * @param rules which messages are meant; without any those of IBKR's Flex mails and of Nordnet
 * @param afterwards what happens to a message all of whose files were read
 * @param into the folder or label of {@code MOVE} and {@code LABEL}
 * @param authenticatedBy name of the receiving server, whose finding {@code dmarc=pass} a message must carry
 * @param timeout of each step of the conversation
 * @param limit of one message, as it is sent; a mail of 25 MB, which is the most that large providers send, has 34
 */
public record MailboxSettings(
        String host,
        @DefaultValue("993") int port,
        String user,
        @Nullable Secret password,
        @Nullable OAuth oauth,
        @Nullable Path trust,
        @DefaultValue List<MailRule> rules,
        @DefaultValue("NOTHING") Afterwards afterwards,
        @Nullable String into,
        @Nullable String authenticatedBy,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("40MB") DataSize limit,
        @DefaultValue Schedule schedule) {

    /** Throws IllegalArgumentException for what cannot work. */
    public MailboxSettings {
        rules = rules.isEmpty() ? MailRule.USUAL : List.copyOf(rules);
        if ((password == null) == (oauth == null)) {
            throw new IllegalArgumentException("a mailbox has either a password or oauth");
        }
        if ((into == null) != (afterwards == Afterwards.NOTHING || afterwards == Afterwards.MARK_READ)) {
            throw new IllegalArgumentException("into names the folder of MOVE and LABEL, and of nothing else");
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout is never nothing: " + timeout);
        }
    }

    /** What happens to a message all of whose files were read; one with a refusal stays as it is. Nothing is deleted. */
    public enum Afterwards {
        NOTHING,
        MARK_READ,
        /** Copied to {@code into}, which is how a server such as Gmail's is told to put a label on it. */
        LABEL,
        MOVE
    }

    /**
     * Access by a token that is asked for with a refresh token (RFC 6749), and used as XOAUTH2.
     *
     * @param trust as for the mailbox
     */
    public record OAuth(
            URI tokenUrl,
            String clientId,
            @Nullable Secret clientSecret,
            Secret refreshToken,
            @Nullable Path trust) {
        /** Of an address, what holds no secret. */
        private static String place(URI address) {
            return address.getScheme() + "://" + address.getHost() + " …";
        }

        private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

        public OAuth {
            boolean secure = "https".equals(tokenUrl.getScheme());
            if (!secure && !("http".equals(tokenUrl.getScheme()) && THIS_MACHINE.contains(tokenUrl.getHost()))) {
                throw new IllegalArgumentException("the token's address must begin with https: " + place(tokenUrl));
            }
        }
    }
}
