package io.dividendsomatic.app.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

class WayOfAFileTest extends InBrowser {
    private static final String POSITIONS = """
            ReportDate,CurrencyPrimary,Symbol,Description,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN
            2026-02-02,EUR,LEHTI,LEHTI OYJ,300,21.6,6480,5670,1,FI0000003007
            """;

    /** What a browser does when a file is let go over the page. */
    static final String DROP = """
            text => {
              const files = new DataTransfer();
              files.items.add(new File([text], "dropped.csv", {type: "text/csv"}));
              document.querySelector("form[data-drop]").dispatchEvent(
                new DragEvent("drop", {dataTransfer: files, bubbles: true, cancelable: true}));
            }""";

    @Test
    void a_dropped_file_leads_to_a_figure_and_back_to_its_line() {
        Page page = page(ColorScheme.LIGHT, 1360, 900);
        page.navigate(address("/imports"));
        page.fill("#account", "lynx:U0000778");
        page.evaluate(DROP, POSITIONS);
        assertThat(page.locator(".progress li")).containsText("dropped.csv");
        assertThat(page.locator(".progress .status.PARSED")).containsText("1 + 0 + 0 = 1");
        assertThat(page.locator("#sheet-imports")).containsText("dropped.csv");

        page.navigate(address("/holdings?account=lynx%3AU0000778&asOf=2026-10-31"));
        page.locator("a.figure").first().click();
        assertThat(page.locator("#drawer")).isVisible();
        assertThat(page.locator("#drawer")).containsText("dropped.csv");
        assertThat(page.locator("#drawer")).containsText("line 2");
        assertThat(page.locator("#drawer pre").first()).containsText("2026-02-02,EUR,LEHTI");
        assertThat(complaints).isEmpty();
    }

    @Test
    void everything_is_reached_by_keyboard_alone() {
        Page page = page(ColorScheme.LIGHT, 1360, 900);
        page.navigate(address("/holdings?" + ACCOUNT));
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();

        page.keyboard().press("ArrowLeft");
        page.waitForURL("**asOf=2026-11-26**");
        page.keyboard().press("Shift+ArrowLeft");
        page.waitForURL("**asOf=2026-10-26**");

        page.locator("a.figure").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#drawer .source").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#drawer")).isHidden();
        assertThat(page.locator("a.figure").first()).isFocused();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_table_is_filtered_while_one_types() {
        Page page = page(ColorScheme.LIGHT, 1360, 900);
        page.navigate(address("/holdings?" + ACCOUNT));
        page.locator("#filter-holdings").pressSequentially("kuusi");
        page.waitForURL("**q=kuusi**");
        assertThat(page.locator("#sheet-holdings tbody tr")).hasCount(1);
        assertThat(page.locator("#filter-holdings")).isFocused();
    }
}
