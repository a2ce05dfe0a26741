package io.dividendsomatic.app.config;

import io.dividendsomatic.ingestion.intake.Continuations;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.ingestion.source.CsvDirectory;
import io.dividendsomatic.ingestion.source.Directories;
import io.dividendsomatic.ingestion.source.FolderSettings;
import io.dividendsomatic.ingestion.source.InboxSettings;
import io.dividendsomatic.ingestion.source.KeptFiles;
import io.dividendsomatic.ingestion.source.Plan;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.PlannedSources;
import io.dividendsomatic.ingestion.source.Refusals;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The folders from which files are taken: the home's inbox, and those that the user has configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InboxSettings.class, FolderSettings.class})
class FoldersConfiguration {

    @Bean
    PlannedSources folders(
            Home home,
            InboxSettings settings,
            FolderSettings others,
            Clock clock,
            Intake intake,
            ImportJournal journal,
            Continuations continuations,
            KeptFiles kept,
            Refusals refusals) {
        keepApart(home, others.folder());
        Directories directories = new Directories(
                home.processed(),
                home.failed(),
                clock,
                new JournalOffice(intake, journal, continuations),
                kept,
                refusals);
        PlannedSource inbox = new PlannedSource(
                directories.inbox(home.inbox(), settings), new Plan.Watched(settings.every(), Plan.Of.FILES));
        Stream<PlannedSource> all = Stream.concat(
                Stream.of(inbox),
                others.folder().entrySet().stream()
                        .map(folder -> directories.folder(folder.getKey(), folder.getValue())));
        return new PlannedSources(all.toList());
    }

    /** Throws StartRefused where two of them would take the same file, or one what another has put away. */
    static void keepApart(Home home, Map<String, FolderSettings.Folder> folders) {
        Map<Path, String> taken = new LinkedHashMap<>();
        taken.put(real(home.folder().toAbsolutePath().normalize()), "the home folder");
        folders.forEach((name, folder) -> {
            Path own = real(folder.path());
            taken.forEach((path, what) -> {
                if (path.startsWith(own) || own.startsWith(path)) {
                    throw new StartRefused(
                            "The folder " + name + " (" + own + ") and " + what + " (" + path + ") lie in one another.",
                            "Name a folder of its own in dividendsomatic.sources.folder." + name + ".path.");
                }
            });
            taken.put(own, "the folder " + name);
        });
    }

    /** Where a path leads, whatever links it goes by; what is not there yet is not followed further. */
    private static Path real(Path path) {
        for (Path there = path; there != null; there = there.getParent()) {
            try {
                return there.toRealPath().resolve(there.relativize(path)).normalize();
            } catch (IOException notThere) {
                // its parent may be
            }
        }
        return path;
    }

    private record JournalOffice(Intake intake, ImportJournal journal, Continuations continuations)
            implements CsvDirectory.Office {
        @Override
        public List<Receipt> receive(List<Delivery> files) {
            return intake.receive(files);
        }

        @Override
        public List<ImportEntry> completed(Collection<FileId> files) {
            return journal.completed(files);
        }

        @Override
        public void replace(FileId earlier, FileId later) {
            continuations.replace(earlier, later);
        }
    }
}
