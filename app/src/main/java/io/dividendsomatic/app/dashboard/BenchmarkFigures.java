package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.app.web.BenchmarksAtHome;
import io.dividendsomatic.reporting.performance.Performances;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Compares the return with what the home folder has to compare with; asks nothing where it has nothing. */
@Component
class BenchmarkFigures {
    private final BenchmarksAtHome benchmarks;
    private final Performances performances;

    BenchmarkFigures(BenchmarksAtHome benchmarks, Performances performances) {
        this.benchmarks = benchmarks;
        this.performances = performances;
    }

    /** @param asked the name of one; the first when absent */
    void add(@Nullable String asked, Look look, Model page) {
        List<String> names = benchmarks.names();
        page.addAttribute("benchmarks", names);
        String name = asked != null && !asked.isBlank() ? asked : names.isEmpty() ? null : names.getFirst();
        page.addAttribute("benchmark", name);
        if (name == null) {
            return;
        }
        try {
            page.addAttribute("compared", performances.answer(look.holdings(), null, benchmarks.read(name)));
        } catch (ApiProblem problem) { // a file with a mistake keeps nobody from the rest of the page
            page.addAttribute("unread", problem.getBody().getDetail());
        }
    }
}
