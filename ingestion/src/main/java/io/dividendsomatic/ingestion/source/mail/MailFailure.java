package io.dividendsomatic.ingestion.source.mail;

import io.dividendsomatic.ingestion.source.SourceFailed;
import jakarta.mail.AuthenticationFailedException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.regex.Pattern;

/** What a failure of a mail server means: whether it passes, or a person has to mend it. */
final class MailFailure {
    /** Said at log-in of what passes (RFC 5530), and by Gmail of too many sessions. */
    private static final Pattern PASSING =
            Pattern.compile("\\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG)]|too many|try again", Pattern.CASE_INSENSITIVE);

    private MailFailure() {}

    /** The words of the other side are not repeated: it has seen the secrets, and may say them back. */
    static SourceFailed of(Exception cause, String what) {
        if (cause instanceof AuthenticationFailedException
                && !PASSING.matcher(String.valueOf(cause.getMessage())).find()) {
            return SourceFailed.lasting("LOGIN_REFUSED", "the mail server refuses the user or the password", null);
        }
        if (isIdentity(cause)) {
            return SourceFailed.lasting(
                    "SERVER_NOT_TRUSTED",
                    "the server cannot prove its name to us; trust names a private authority",
                    cause);
        }
        return SourceFailed.passing("CONNECTION_FAILED", what, null, cause);
    }

    private static boolean isIdentity(Throwable cause) {
        for (Throwable link = cause; link != null; link = link.getCause()) {
            if (link instanceof CertificateException
                    || link instanceof CertPathValidatorException
                    || String.valueOf(link.getMessage()).startsWith("Can't verify identity of server")) {
                return true;
            }
        }
        return false;
    }
}
