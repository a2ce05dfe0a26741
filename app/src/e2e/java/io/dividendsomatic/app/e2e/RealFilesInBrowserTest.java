package io.dividendsomatic.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every real file at hand in one program, over all accounts at once: more, and stranger, than one person has. */
class RealFilesInBrowserTest extends InBrowser {
    private static final List<String> PAGES = List.of(
            "/",
            "/holdings",
            "/income",
            "/tax",
            "/performance",
            "/results",
            "/transactions",
            "/reconciliation",
            "/imports",
            "/coverage",
            "/administration");
    private static final int UNPROCESSABLE = 422;

    @TempDir
    private static Path home;

    @DynamicPropertySource
    static void ownHome(DynamicPropertyRegistry registry) {
        registry.add("dividendsomatic.home", home::toString);
    }

    @Test
    void every_page_shows_all_real_files_without_complaint() throws Exception {
        String samples = System.getenv("DIVIDENDSOMATIC_SAMPLES");
        assumeThat(samples)
                .as("DIVIDENDSOMATIC_SAMPLES names no folder of real files")
                .isNotNull();
        assertThat(send(Path.of(samples))).isGreaterThan(100);

        Page page = page(ColorScheme.LIGHT, 1360, 900);
        page.setDefaultNavigationTimeout(120_000);
        List<String> violations = new ArrayList<>();
        for (String path : PAGES) {
            page.navigate(address(path + "?asOf=2022-12-31"));
            page.waitForLoadState(LoadState.LOAD);
            assertThat(page.locator("h1").first().isVisible()).as(path).isTrue();
            assertThat(bytes(page)).as("bytes of " + path).isLessThan(MOST_BYTES);
            violations.addAll(graveViolations(page, path));
        }
        assertThat(violations).isEmpty();
        assertThat(complaints).isEmpty();
    }

    /** A file that names no account goes to one of its broker's folder. Answers how many files there are. */
    private int send(Path samples) throws IOException, InterruptedException {
        int sent = 0;
        for (Path folder : in(samples)) {
            if (!Files.isDirectory(folder) || folder.endsWith("expected")) {
                continue;
            }
            for (Path file : in(folder)) {
                byte[] bytes = Files.readAllBytes(file);
                String name = String.valueOf(file.getFileName());
                if (upload(name, bytes, null).status() == UNPROCESSABLE) {
                    upload(name, bytes, AccountId.parse(folder.getFileName() + ":1"));
                }
                sent++;
            }
        }
        return sent;
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
