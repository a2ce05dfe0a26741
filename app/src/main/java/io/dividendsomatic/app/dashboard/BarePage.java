package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.ModelAndView;

/** A page that tells nothing of what the program holds: around it stands only how a person wants it shown. */
public final class BarePage {
    private BarePage() {}

    /** Whoever changes the language comes back to {@code here}. */
    public static ModelAndView of(String view, String here, HttpServletRequest request, Locale locale) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("chosen", Preferences.Chosen.of(request));
        page.addObject("language", locale.getLanguage());
        page.addObject("places", List.of());
        page.addObject("here", here);
        return page;
    }

    /** What cannot be shown or done, and why. */
    public static ModelAndView of(ApiProblem problem, HttpServletRequest request, Locale locale) {
        return of(problem.getStatusCode(), problem.getBody(), request, locale);
    }

    static ModelAndView of(HttpStatusCode status, ProblemDetail problem, HttpServletRequest request, Locale locale) {
        ModelAndView page = of("problem", "/", request, locale);
        page.setStatus(status);
        page.addObject("problem", problem);
        page.addObject(
                "code",
                problem.getProperties() == null
                        ? "HTTP " + status.value()
                        : problem.getProperties().getOrDefault("code", ""));
        return page;
    }
}
