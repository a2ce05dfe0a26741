package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.source.Inbox.Passed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stays in a folder because it cannot be read, or cannot be taken from there; each is told once among the source's
 * refusals. What cannot be read is tried again as soon as it can be, what was read only when it has changed.
 */
final class LeftFiles {
    /** Of a path, in a key: the end of a longer one, which tells more than its beginning. */
    private static final int MAX_PATH = 400;

    private static final Logger LOG = LoggerFactory.getLogger(LeftFiles.class);

    private final String source;
    private final Refusals refusals;
    private final Set<String> told = new HashSet<>();
    private final Set<InboxFile> unread = new HashSet<>();
    private final Set<InboxFile> notPutAway = new HashSet<>();

    LeftFiles(String source, Refusals refusals) {
        this.source = source;
        this.refusals = refusals;
    }

    /** Forgets those that have changed or are gone. */
    void keepOnly(Collection<InboxFile> complete) {
        Set<InboxFile> there = Set.copyOf(complete);
        unread.retainAll(there);
        notPutAway.retainAll(there);
    }

    boolean has(InboxFile file) {
        return notPutAway.contains(file) || (unread.contains(file) && !Files.isReadable(file.path()));
    }

    /** How many of them had not been told yet. */
    int passedOver(Collection<Passed> passed) {
        return (int) passed.stream()
                .filter(one -> tell(one.below(), one.code(), one.message()))
                .count();
    }

    /** Whether it had not been told yet. */
    boolean cannotBeRead(InboxFile file, IOException cause) {
        unread.add(file);
        return tell(file.below(), "FILE_NOT_READABLE", "the file cannot be read: " + cause);
    }

    /** A folder that cannot be written is fine: its files were read, and one of them speaks for all. */
    void cannotBePutAway(InboxFile file, Exception cause) {
        notPutAway.add(file);
        LOG.debug("{} stays where it is", file.below(), cause);
        if (told.add("NOT_PUT_AWAY")) {
            String message = "it was read, and stays where it is, as may others: " + cause;
            refusals.tell(
                    source, key("NOT_PUT_AWAY", file.below()), file.below().toString(), "NOT_PUT_AWAY", message);
        }
    }

    private boolean tell(Path below, String code, String message) {
        String key = key(code, below);
        if (!told.add(key)) {
            return false;
        }
        refusals.tell(source, key, below.toString(), code, message);
        return true;
    }

    private static String key(String code, Path below) {
        String path = below.toString().replace('\\', '/');
        return code + "/" + path.substring(Math.max(0, path.length() - MAX_PATH));
    }
}
