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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes files from a page, and leads to what became of them. */
@Controller
class UploadForm {
    /** What a person waits for a page; the entry is there later all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of so many files the page tells at once; the others stand in the journal. */
    static final int TOLD = 25;

    private final Intake intake;
    private final ImportJournal journal;

    UploadForm(Intake intake, ImportJournal journal) {
        this.intake = intake;
        this.journal = journal;
    }

    @PostMapping("/upload")
    String take(@RequestParam List<MultipartFile> file, @RequestParam(required = false) @Nullable AccountId account)
            throws IOException, InterruptedException {
        List<Delivery> sent = new ArrayList<>();
        for (MultipartFile one : file) {
            String name = String.valueOf(one.getOriginalFilename());
            sent.addAll(new Delivery(FileSource.UPLOAD, name, one.getBytes(), account, null).opened());
        }
        List<FileId> files = intake.receive(sent).stream().map(Receipt::file).toList();
        for (FileId one : files) {
            journal.await(one, PATIENCE.dividedBy(files.size()));
        }
        return files.stream()
                .limit(TOLD)
                .map(FileId::sha256)
                .collect(Collectors.joining("&uploaded=", "redirect:/imports?uploaded=", ""));
    }
}
