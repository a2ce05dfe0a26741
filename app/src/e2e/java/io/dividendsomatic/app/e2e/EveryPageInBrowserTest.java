package io.dividendsomatic.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo as somebody sees it who starts it. */
@ActiveProfiles("demo")
class EveryPageInBrowserTest extends InBrowser {
    private static final String DAY = "asOf=2026-11-27";

    @TempDir
    private static Path home;

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("overview", "/?"),
            Map.entry("holdings", "/holdings?"),
            Map.entry("income", "/income?"),
            Map.entry("tax", "/tax?"),
            Map.entry("performance", "/performance?"),
            Map.entry("results", "/results?"),
            Map.entry("transactions", "/transactions?"),
            Map.entry("instrument", "/instruments/FI0000000011?"),
            Map.entry("reconciliation", "/reconciliation?"),
            Map.entry("imports", "/imports?"),
            Map.entry("coverage", "/coverage?"),
            Map.entry("administration", "/administration?"),
            Map.entry("figure", "/figures/payments?from=2026-01-01&to=2026-03-31&"));

    @DynamicPropertySource
    static void ownHome(DynamicPropertyRegistry registry) {
        registry.add("dividendsomatic.home", home::toString);
    }

    /** The demo is all that is to be seen. */
    @Override
    void statement() {}

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_page_opens_without_complaint_and_can_be_read_by_everybody(ColorScheme scheme) {
        Page page = page(scheme, 1360, 900);
        List<String> violations = new ArrayList<>();
        for (Map.Entry<String, String> each : PAGES.entrySet()) {
            page.navigate(address(each.getValue() + DAY));
            page.waitForLoadState(each.getKey().equals("imports") ? LoadState.LOAD : LoadState.NETWORKIDLE);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", each.getKey() + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png"))
                    .setFullPage(true));

            violations.addAll(graveViolations(page, each.getKey()));
            assertThat(bytes(page)).as("bytes of " + each.getKey()).isLessThan(MOST_BYTES);
        }
        assertThat(violations).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT"})
    void every_page_fits_a_small_telephone(ColorScheme scheme) {
        Page page = page(scheme, 360, 740);
        for (Map.Entry<String, String> each : PAGES.entrySet()) {
            page.navigate(address(each.getValue() + DAY));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + each.getKey())
                    .isEqualTo(360);
        }
    }
}
