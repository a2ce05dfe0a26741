package io.dividendsomatic.ingestion.source.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Mails as they are sent, written out so that a test shows what is odd in them. */
final class Mails {
    private Mails() {}

    static String flex(int number, String... parts) {
        return mail(number, PostOffice.IBKR, "Activity Flex for 01/30/2026", parts);
    }

    static String mail(int number, String from, String subject, String... parts) {
        return """
                From: %s
                To: investor@localhost
                Subject: %s
                Message-ID: <%d@example.com>
                Date: Fri, 30 Jan 2026 10:00:00 +0000
                MIME-Version: 1.0
                %s""".formatted(from, subject, number, multipart("outer-" + number, parts));
    }

    static String multipart(String boundary, String... parts) {
        return Arrays.stream(parts)
                .map(part -> "--" + boundary + "\n" + part + "\n")
                .collect(Collectors.joining(
                        "",
                        "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n",
                        "--" + boundary + "--\n"));
    }

    static String text() {
        return "Content-Type: text/plain; charset=UTF-8\n\nYour statement is attached.\n";
    }

    static String csv(String name, String content) {
        return named("filename=\"" + name + "\"", content.getBytes(StandardCharsets.UTF_8));
    }

    /** An attachment whose name is written as that. */
    static String named(String parameter, byte[] content) {
        return "Content-Type: application/octet-stream\nContent-Disposition: attachment; " + parameter
                + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(content) + "\n";
    }

    static String forwarded(String mail) {
        return "Content-Type: message/rfc822\n\n" + mail;
    }

    static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
