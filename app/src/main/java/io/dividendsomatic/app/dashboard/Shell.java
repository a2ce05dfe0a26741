package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.security.Role;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.kernel.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page: where it can lead, what it looks at, and how a person wants it shown. */
@ControllerAdvice(basePackageClasses = Shell.class)
class Shell {
    /** Others by the address. */
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "SEK", "NOK", "DKK", "GBP", "CHF", "CAD");

    private final Accounts accounts;

    Shell(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A page that the navigation leads to; its label is {@code nav.<name>}. */
    record Place(String name, String path) {}

    static final List<Place> PLACES = List.of(
            new Place("overview", "/"),
            new Place("holdings", "/holdings"),
            new Place("income", "/income"),
            new Place("tax", "/tax"),
            new Place("performance", "/performance"),
            new Place("results", "/results"),
            new Place("transactions", "/transactions"),
            new Place("reconciliation", "/reconciliation"),
            new Place("imports", "/imports"),
            new Place("coverage", "/coverage"),
            new Place("administration", "/administration"));

    @ModelAttribute
    void around(Look look, Shown show, HttpServletRequest request, Model page) {
        Preferences.Chosen chosen = Preferences.Chosen.of(request);
        List<AccountId> known = accounts.known(look.knownAt());
        page.addAttribute("look", look);
        page.addAttribute("here", look.here());
        page.addAttribute("show", show);
        page.addAttribute("chosen", chosen);
        page.addAttribute("language", show.locale().getLanguage());
        page.addAttribute("places", PLACES);
        page.addAttribute("place", placeOf(look.here().path()));
        page.addAttribute("accounts", known);
        page.addAttribute("mayChange", mayChange(request));
        page.addAttribute(
                "currencies",
                look.currency() == null
                        ? CURRENCIES
                        : Stream.concat(Stream.of(look.currency().code()), CURRENCIES.stream())
                                .distinct()
                                .toList());
    }

    /** As long as nobody can log in whoever is let through may do everything. */
    private static boolean mayChange(HttpServletRequest request) {
        return request.getUserPrincipal() == null || request.isUserInRole(Role.ADMIN.name());
    }

    /** Where a page lies in the navigation: that of its first step. */
    static String placeOf(String path) {
        return PLACES.stream()
                .filter(place -> !place.path().equals("/") && path.startsWith(place.path()))
                .map(Place::name)
                .findFirst()
                .orElse(path.startsWith("/instruments") ? "holdings" : "overview");
    }
}
