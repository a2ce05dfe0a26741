package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A file as it stood in the inbox at one look.
 *
 * @param folder the part of its path below the inbox that leads to it; empty for a file of the inbox itself
 */
record InboxFile(Path path, Path folder, long sizeBytes, FileTime changedAt) {

    String name() {
        return path.getFileName().toString();
    }

    /** The account that the folders {@code <broker>/<number>} name; nothing when they are no account's names. */
    Optional<AccountId> account() {
        if (folder.getNameCount() != 2) {
            return Optional.empty();
        }
        try {
            Broker broker = new Broker(folder.getName(0).toString());
            return Optional.of(new AccountId(broker, folder.getName(1).toString()));
        } catch (IllegalArgumentException notAnAccount) {
            return Optional.empty();
        }
    }

    /** Whether the same bytes still stand there, as far as size and time tell. */
    boolean isUnchanged() throws IOException {
        return Files.exists(path)
                && Files.size(path) == sizeBytes
                && Files.getLastModifiedTime(path).equals(changedAt);
    }
}
