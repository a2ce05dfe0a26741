package io.dividendsomatic.app.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogInInBrowserTest extends InBrowser {
    private static final String PASSWORD = "correct horse battery";
    private static final String POSITIONS = """
            ReportDate,CurrencyPrimary,Symbol,Description,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN
            2026-02-02,EUR,LEHTI,LEHTI OYJ,310,21.6,6696,5859,1,FI0000003007
            """;

    private String token = "";

    @BeforeEach
    void maija_can_log_in() throws Exception {
        Answer made = send(request("/api/v1/admin/users")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"name\": \"maija\", \"password\": \"" + PASSWORD + "\", \"token\": \"of-test\"}"))
                .build());
        token = made.json().get("token").asString();
    }

    @AfterEach
    void nobody_can_log_in() throws Exception {
        send(request("/api/v1/admin/users/maija")
                .header("Authorization", "Bearer " + token)
                .DELETE()
                .build());
    }

    private static void logIn(Page page, String password) {
        page.fill("input[name=username]", "maija");
        page.fill("input[name=password]", password);
        page.click(".login button[type=submit]");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void the_page_can_be_used_by_everybody(ColorScheme scheme) {
        Page page = page(scheme, 360, 740);
        page.navigate(address("/"));
        logIn(page, "not the password");
        assertThat(page.locator("[role=alert]")).containsText("not right");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target", "screenshots", "login-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                                .toList())
                .isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void whoever_logged_in_works_as_before_until_the_log_out() {
        Page page = page(ColorScheme.LIGHT, 1360, 900);
        page.navigate(address("/holdings?" + ACCOUNT));
        page.waitForURL("**/login?back=**");
        logIn(page, PASSWORD);
        page.waitForURL("**/holdings?" + ACCOUNT);

        page.locator("#filter-holdings").pressSequentially("kuusi");
        page.waitForURL("**q=kuusi**");
        assertThat(page.locator("#sheet-holdings tbody tr")).hasCount(1);
        page.locator("a.figure").first().click();
        assertThat(page.locator("#drawer .source").first()).isVisible();

        page.navigate(address("/imports"));
        page.fill("#account", "lynx:U0000779");
        page.evaluate(WayOfAFileTest.DROP, POSITIONS);
        assertThat(page.locator(".progress .status.PARSED")).containsText("1 + 0 + 0 = 1");

        page.click("button[name=theme][value=dark]");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.navigate(address("/administration"));
        page.locator("button[name=source]").first().click();
        assertThat(page.locator("[role=status]").first()).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "logged-in.png")));

        page.click(".who button");
        assertThat(page.locator("[role=status]")).containsText("You have logged out");
        page.navigate(address("/holdings"));
        page.waitForURL("**/login?back=**");
        assertThat(complaints).isEmpty();
    }
}
