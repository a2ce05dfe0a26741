package io.dividendsomatic.app.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.dividendsomatic.app.RunningProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A browser of this machine and the program with an account of the demo. Skipped where there is no Chromium. */
abstract class InBrowser extends RunningProgram {
    private static final String STATEMENT = "/demo/inbox/lynx/U0000002/activity-2026-to-november.csv";
    static final String ACCOUNT = "account=ibkr%3AU0000777&asOf=2026-11-27";

    static final int MOST_BYTES = 500_000;
    private static final List<String> GRAVE = List.of("serious", "critical");
    private static final String WEIGHT = "[...performance.getEntriesByType('navigation'),"
            + " ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.decodedBodySize, 0)";

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        Optional<Path> chromium = Stream.of(
                        System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium is installed here; CHROMIUM names one elsewhere");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** Under a number of its own, since other tests share the program. */
    @BeforeEach
    void statement() throws IOException, InterruptedException {
        try (InputStream bytes = InBrowser.class.getResourceAsStream(STATEMENT)) {
            String text = new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
            upload("2026.csv", text.replace("U0000002", "U0000777").getBytes(StandardCharsets.UTF_8), null);
        }
    }

    /** What of the page somebody who cannot see it, or not well, cannot use. */
    static List<String> graveViolations(Page page, String name) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> name + ": " + rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                        .toList();
    }

    /** Of the page and everything that it loads, whether it came now or was kept. */
    static int bytes(Page page) {
        return ((Number) page.evaluate(WEIGHT)).intValue();
    }

    /** A page of that size which remembers what the browser complains about. */
    Page page(ColorScheme scheme, int width, int height) {
        BrowserContext context = Objects.requireNonNull(browser)
                .newContext(new Browser.NewContextOptions()
                        .setColorScheme(scheme)
                        .setViewportSize(width, height)
                        .setLocale("en-GB"));
        context.setDefaultTimeout(60_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    String address(String path) {
        return "http://localhost:" + port() + path;
    }
}
