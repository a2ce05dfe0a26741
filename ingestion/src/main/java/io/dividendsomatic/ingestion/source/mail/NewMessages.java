package io.dividendsomatic.ingestion.source.mail;

import io.dividendsomatic.ingestion.source.SourceFailed;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** The messages of a folder behind the cursor; of the others nothing is asked. */
final class NewMessages {
    /** Envelopes that are asked for at once, and held. */
    private static final int AT_ONCE = 100;

    private final Folder folder;
    private final UIDFolder numbers;
    private long done;
    private long total;

    NewMessages(Folder folder) {
        this.folder = folder;
        this.numbers = (UIDFolder) folder;
    }

    /** A message and its lasting number. */
    record Numbered(Message message, long uid) {

        void markRead() throws MessagingException {
            message.setFlag(Flags.Flag.SEEN, true);
        }

        void copy(Folder from, Folder to) throws MessagingException {
            from.copyMessages(new Message[] {message}, to);
        }

        /** Throws SourceFailed where a message could be moved only by deleting it. */
        void move(Folder from, Folder to) throws MessagingException {
            if (!(from instanceof IMAPFolder imap) || !((IMAPStore) from.getStore()).hasCapability("MOVE")) {
                throw SourceFailed.lasting("MOVE_UNSUPPORTED", "the mail server cannot move messages; use LABEL", null);
            }
            imap.moveMessages(new Message[] {message}, to);
        }
    }

    long uidValidity() throws MessagingException {
        return numbers.getUIDValidity();
    }

    /** In the order of their numbers, which is that of their arrival. */
    List<List<Numbered>> after(long uid) throws MessagingException {
        List<Numbered> found = new ArrayList<>();
        for (Message message : numbers.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
            long number = numbers.getUID(message);
            if (number > uid) { // a server answers with the last message when there is no newer one
                found.add(new Numbered(message, number));
            }
        }
        found.sort(Comparator.comparingLong(Numbered::uid));
        total = found.size();
        List<List<Numbered>> portions = new ArrayList<>();
        for (int start = 0; start < found.size(); start += AT_ONCE) {
            portions.add(List.copyOf(found.subList(start, Math.min(start + AT_ONCE, found.size()))));
        }
        return portions;
    }

    List<Numbered> withEnvelopes(List<Numbered> messages) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages.stream().map(Numbered::message).toArray(Message[]::new), profile);
        return messages;
    }

    void isDone(Numbered message) {
        done++;
        if (message.message() instanceof IMAPMessage imap) {
            imap.invalidateHeaders(); // the folder holds every message, and there may be many
        }
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }
}
