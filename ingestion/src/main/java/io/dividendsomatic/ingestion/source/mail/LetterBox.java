package io.dividendsomatic.ingestion.source.mail;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Refusals;
import io.dividendsomatic.ingestion.source.mail.Attachments.Attached;
import io.dividendsomatic.ingestion.source.mail.Attachments.Had;
import io.dividendsomatic.ingestion.source.mail.Attachments.Refused;
import io.dividendsomatic.ingestion.source.mail.MailboxSettings.Afterwards;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/** Takes one message after another: which rule it fits, what it holds, what of it goes to the intake. */
final class LetterBox {
    private final String source;
    private final MailboxSettings settings;
    private final Refusals refusals;
    private final MailSource.Office office;

    LetterBox(String source, MailboxSettings settings, Refusals refusals, MailSource.Office office) {
        this.source = source;
        this.settings = settings;
        this.refusals = refusals;
        this.office = office;
    }

    /**
     * What became of a message.
     *
     * @param files that went to the intake
     * @param isWell nothing of it was refused, as far as that was waited for
     */
    record Taken(Fetched fetched, int files, boolean isWell) {
        static final Taken NOTHING = new Taken(Fetched.NOTHING, 0, true);
        static final Taken REFUSED = new Taken(new Fetched(0, 0, 1), 0, false);
    }

    /** Throws MessagingException when the connection breaks. */
    Taken take(Message message, String folder) throws MessagingException {
        Letter letter = Letter.of(message);
        List<MailRule> inFolder = settings.rules().stream()
                .filter(rule -> rule.folder().equals(folder) && rule.fits(letter.subject()))
                .toList();
        Optional<MailRule> rule =
                inFolder.stream().filter(one -> one.allows(letter.sender())).findFirst();
        if (rule.isEmpty()) {
            boolean looksLikeOurs = inFolder.stream().anyMatch(one -> one.subject() != null);
            return looksLikeOurs
                    ? refuse(letter, "FOREIGN_SENDER", "its subject is one of a broker's, its sender is not")
                    : Taken.NOTHING;
        }
        long limit = settings.limit().toBytes();
        byte @Nullable [] content = letter.sizeBytes() > limit ? null : read(message, limit);
        if (content == null) {
            return refuse(
                    letter,
                    "TOO_LARGE",
                    "it has %,d bytes; at most %,d are taken".formatted(letter.sizeBytes(), limit));
        }
        return take(letter, rule.get(), content);
    }

    private Taken take(Letter letter, MailRule rule, byte[] content) {
        MimeMessage whole;
        try {
            whole = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
            if (!Authentication.isShown(whole, settings.authenticatedBy())) {
                return refuse(letter, "NOT_AUTHENTICATED", "its receiving server did not find that its sender is true");
            }
        } catch (MessagingException e) {
            return refuse(letter, "BROKEN_MESSAGE", "the message cannot be read");
        }
        return hand(letter, rule, Attachments.of(whole, rule));
    }

    private Taken hand(Letter letter, MailRule rule, List<Attached> attachments) {
        List<Delivery> files = new ArrayList<>();
        int refused = 0;
        for (Attached attached : attachments) {
            switch (attached) {
                case Had had ->
                    files.addAll(
                            new Delivery(FileSource.MAIL, had.name(), had.content(), rule.accountId(), null).opened());
                case Refused not -> {
                    refuse(letter, not);
                    refused++;
                }
            }
        }
        List<Receipt> receipts = files.isEmpty() ? List.of() : office.receive(files);
        Fetched fetched = new Fetched(0, 0, refused);
        boolean well = refused == 0;
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            switch (receipt) {
                case Receipt.Taken taken -> fetched = fetched.plus(new Fetched(1, 0, 0));
                case Receipt.Known known -> fetched = fetched.plus(new Fetched(0, 1, 0));
                case Receipt.UnderWay underWay -> fetched = fetched.plus(new Fetched(0, 1, 0));
                case Receipt.Conflict conflict -> {
                    String name = files.get(i).name();
                    String message =
                            "these bytes were taken for " + conflict.first() + " and name no account themselves";
                    refuse(letter, new Refused(1_000 + i, name, "ACCOUNT_CONFLICT", message));
                    fetched = fetched.plus(new Fetched(0, 0, 1));
                    well = false;
                }
                case Receipt.Retracted takenBack -> {
                    String message = "these bytes were taken back; the journal can restore them";
                    refuse(letter, new Refused(1_000 + i, files.get(i).name(), "RETRACTED", message));
                    fetched = fetched.plus(new Fetched(0, 0, 1));
                    well = false;
                }
            }
            well = well && isRead(receipt);
        }
        return new Taken(fetched, files.size(), well);
    }

    /** What the journal refuses is listed there; the message is left alone then. */
    private boolean isRead(Receipt receipt) {
        if (settings.afterwards() == Afterwards.NOTHING) {
            return true;
        }
        return office.await(receipt.file())
                .filter(entry -> entry.status() == ImportEntry.Status.PARSED)
                .isPresent();
    }

    private Taken refuse(Letter letter, String code, String message) {
        refuse(letter, new Refused(0, "", code, message));
        return Taken.REFUSED;
    }

    private void refuse(Letter letter, Refused refused) {
        String what = refused.name().isEmpty() ? letter.title() : refused.name() + " in " + letter.title();
        refusals.tell(source, letter.key() + "/" + refused.place(), what, refused.code(), refused.message());
    }

    /** The message as it was sent, without marking it as read; nothing when it is larger than its server says. */
    private static byte @Nullable [] read(Message message, long limit) throws MessagingException {
        if (!(message instanceof IMAPMessage imap)) {
            throw new MessagingException("not a message of an IMAP server");
        }
        imap.setPeek(true);
        try (InputStream content = imap.getMimeStream()) {
            byte[] bytes = content.readNBytes(Math.toIntExact(limit + 1));
            return bytes.length > limit ? null : bytes;
        } catch (IOException e) {
            throw new MessagingException("the connection broke in the middle of a message", e);
        }
    }
}
