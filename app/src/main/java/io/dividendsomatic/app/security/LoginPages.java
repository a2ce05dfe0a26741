package io.dividendsomatic.app.security;

import io.dividendsomatic.app.dashboard.BarePage;
import io.dividendsomatic.app.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people log in, and where they are told that they may not do something. */
@Controller
class LoginPages {
    static final String REFUSED = "/refused";
    static final String PROBLEM = LoginPages.class.getName() + ".problem";

    /** Back to the page that was wanted, with what became of the last try. */
    @GetMapping("/login")
    ModelAndView login(
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(required = false) @Nullable String told,
            @RequestParam(defaultValue = "0") long wait,
            @Nullable Principal who,
            HttpServletRequest request,
            Locale locale) {
        String wanted = own(back);
        if (Gate.isOpen(request) || who != null) {
            return new ModelAndView("redirect:" + wanted);
        }
        ModelAndView page = BarePage.of(
                "login", "/login?back=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8), request, locale);
        page.addObject("back", wanted);
        page.addObject("told", told);
        page.addObject("wait", wait);
        return page;
    }

    /** Reached from within only. */
    @RequestMapping(REFUSED)
    ModelAndView refused(HttpServletRequest request, Locale locale) {
        if (request.getAttribute(PROBLEM) instanceof ApiProblem problem) {
            return BarePage.of(problem, request, locale);
        }
        return new ModelAndView("redirect:/");
    }

    /** An address of this program, or its first page. */
    static String own(@Nullable String back) {
        return back != null && back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0 ? back : "/";
    }
}
