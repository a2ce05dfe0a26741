package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file from the first page, and leads back to it. */
@Controller
class UploadForm {
    /** What a person waits for a page; the entry is there later all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Intake intake;
    private final ImportJournal journal;

    UploadForm(Intake intake, ImportJournal journal) {
        this.intake = intake;
        this.journal = journal;
    }

    @PostMapping("/upload")
    String take(@RequestParam MultipartFile file, @RequestParam(required = false) @Nullable AccountId account)
            throws IOException, InterruptedException {
        String name = String.valueOf(file.getOriginalFilename());
        Delivery sent = new Delivery(FileSource.UPLOAD, name, file.getBytes(), account, null);
        List<FileId> files =
                intake.receive(sent.opened()).stream().map(Receipt::file).toList();
        for (FileId one : files) {
            journal.await(one, PATIENCE.dividedBy(files.size()));
        }
        return files.stream()
                .limit(FirstPage.NEWEST)
                .map(FileId::sha256)
                .collect(Collectors.joining("&uploaded=", "redirect:/?uploaded=", ""));
    }
}
