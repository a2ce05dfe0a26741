package io.dividendsomatic.ingestion.source.mail;

import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Progress;
import io.dividendsomatic.ingestion.source.Refusals;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.StatementSource;
import io.dividendsomatic.ingestion.source.mail.MailboxSettings.Afterwards;
import io.dividendsomatic.ingestion.source.mail.MailboxSettings.OAuth;
import io.dividendsomatic.portfolio.kernel.FileId;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox. Each message is read once: the cursor moves when its files are with the intake, so that a connection that
 * breaks at any step only means that a message is read again, and its files are known. The days that a file is about are
 * told by the file alone, never by the message.
 */
public final class MailSource implements StatementSource {
    private final String name;
    private final MailboxSettings settings;
    private final MailCursors cursors;
    private final LetterBox letters;
    private final @Nullable AccessTokens tokens;
    private Fetched fetched = Fetched.NOTHING;
    private volatile Progress progress = Progress.NONE;

    /** What becomes of files. */
    public interface Office {
        /** Takes files, and answers in their order. */
        List<Receipt> receive(List<Delivery> files);

        /** What the journal tells of a file, after a while at the latest. */
        Optional<ImportEntry> await(FileId file);
    }

    /**
     * @param name the user's own
     */
    public MailSource(
            String name, MailboxSettings settings, MailCursors cursors, Refusals refusals, Office office, Clock clock) {
        this.name = "mail." + name;
        this.settings = settings;
        this.cursors = cursors;
        this.letters = new LetterBox(this.name, settings, refusals, office);
        OAuth oauth = settings.oauth();
        this.tokens = oauth == null ? null : new AccessTokens(oauth, settings.timeout(), clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Fetched fetch() {
        progress = Progress.NONE;
        fetched = Fetched.NOTHING;
        try (MailConnection connection = MailConnection.open(settings, tokens)) {
            List<String> folders =
                    settings.rules().stream().map(MailRule::folder).distinct().toList();
            for (String folder : folders) {
                read(connection, folder);
            }
        } catch (MessagingException e) {
            throw MailFailure.of(e, "the conversation with the mail server broke off")
                    .having(fetched);
        } catch (SourceFailed e) {
            throw e.having(fetched);
        }
        return fetched;
    }

    private void read(MailConnection connection, String name) throws MessagingException {
        boolean writes = settings.afterwards() != Afterwards.NOTHING;
        try (Folder folder = connection.folder(name, writes)) {
            NewMessages messages = new NewMessages(folder);
            long validity = messages.uidValidity();
            long from = cursors.last(this.name, name, validity).orElse(0);
            for (List<NewMessages.Numbered> some : messages.after(from)) {
                for (NewMessages.Numbered message : messages.withEnvelopes(some)) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    progress = new Progress(messages.done(), messages.total(), name);
                    LetterBox.Taken taken = letters.take(message.message(), name);
                    fetched = fetched.plus(taken.fetched());
                    if (taken.files() > 0) {
                        if (taken.isWell()) {
                            afterwards(connection, folder, message);
                        }
                        cursors.moveTo(this.name, name, validity, message.uid());
                    }
                    messages.isDone(message);
                }
                cursors.moveTo(this.name, name, validity, some.getLast().uid());
                progress = new Progress(messages.done(), messages.total(), name);
            }
        }
    }

    private void afterwards(MailConnection connection, Folder folder, NewMessages.Numbered message)
            throws MessagingException {
        switch (settings.afterwards()) {
            case NOTHING -> {}
            case MARK_READ -> message.markRead();
            case LABEL -> message.copy(folder, connection.target(String.valueOf(settings.into())));
            case MOVE -> message.move(folder, connection.target(String.valueOf(settings.into())));
        }
    }
}
