package io.dividendsomatic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void without_a_terminal_a_line_tells_now_and_then_how_far_it_is() {
        StringWriter out = new StringWriter();
        Progress progress = new Progress(new PrintWriter(out), false, Duration.ZERO);
        progress.at(3, 9, "inbox 2031-02-03.csv");
        Progress seldom = new Progress(new PrintWriter(out), false, Duration.ofHours(1));
        seldom.at(4, 9, "inbox 2031-02-04.csv");

        assertThat(out.toString().lines()).containsExactly("3/9 inbox 2031-02-03.csv");
    }
}
