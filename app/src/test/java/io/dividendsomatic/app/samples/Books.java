package io.dividendsomatic.app.samples;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.format.StatementFormats;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.DryRun;
import io.dividendsomatic.portfolio.account.WhatIf;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.references.StoredReferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** What files come to: read by the built-in formats and told to their accounts one after the other, in memory. */
final class Books {
    /** The account of files that name none. */
    static final AccountId GIVEN = AccountId.parse("ibkr:GIVEN");

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final DryRun answers = new DryRun(
            StatementFormats.builtIn()::read,
            new WhatIf(store),
            new StoredReferences(store),
            Clock.fixed(Instant.parse("2031-01-01T00:00:00Z"), ZoneOffset.UTC));
    private final Map<FileId, @Nullable Period> periods = new HashMap<>();
    private final SortedMap<AccountId, AccountBooks> accounts = new TreeMap<>();

    /** The only account that these files tell of. */
    static AccountBooks only(Path... files) {
        Books books = of(List.of(files));
        if (books.accounts.size() != 1) {
            throw new IllegalStateException("tells of " + books.accounts.keySet());
        }
        return books.accounts.values().iterator().next();
    }

    static Books of(Collection<Path> files) {
        Books books = new Books();
        files.forEach(books::take);
        return books;
    }

    AccountBooks account(String id) {
        AccountBooks books = accounts.get(AccountId.parse(id));
        if (books == null) {
            throw new IllegalStateException("only " + accounts.keySet());
        }
        return books;
    }

    Collection<AccountBooks> accounts() {
        return accounts.values();
    }

    Books take(Path file) {
        try {
            return take(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Books take(String name, String text) {
        return take(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Books take(String name, byte[] content) {
        DryRun.Outcome outcome = answers.of(new Delivery(FileSource.DIRECTORY, name, content, GIVEN, null));
        FileEvent last = outcome.file().getLast();
        if (!(last instanceof FileParsed parsed)) {
            throw new IllegalStateException(name + ": " + last);
        }
        periods.put(parsed.file(), parsed.period());
        outcome.accounts().forEach(this::record);
        return this;
    }

    private void record(AccountEvent event) {
        AccountBooks books = accounts.computeIfAbsent(event.account(), account -> new AccountBooks(periods));
        store.publish(new GenericDomainEventMessage<>("Account", event.account().toString(), books.events(), event));
        books.on(event);
    }
}
