package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Importing again what is known changes no figure of dividends, and neither does taking back and giving again. */
class DividendsAgainApiTest extends DividendsOverHttp {
    private static final String ACCOUNT = "U7300015";
    private static final String OF = "account=ibkr:" + ACCOUNT;
    private static final List<String> FIGURES = Stream.of(
                    Stream.of("year", "month", "instrument", "account", "currency", "country")
                            .map(group -> "/dividends/summary?currency=USD&groupBy=" + group + "&" + OF),
                    Stream.of("", "/calendar", "/forecast", "/missing", "/checks")
                            .map(list -> "/dividends" + list + "?asOf=2031-12-31&" + OF),
                    Stream.of(
                            "/dividends/instruments/US000000AA16?currency=USD&asOf=2031-12-31&" + OF,
                            "/reports/withholding-tax?year=2031&" + OF,
                            "/reports/finnish-return?year=2031&" + OF))
            .flatMap(paths -> paths)
            .toList();

    /** Every figure with its rows, by what was asked; when it was asked is none. */
    private Map<String, String> figures() throws Exception {
        Map<String, String> figures = new TreeMap<>();
        for (String path : FIGURES) {
            figures.put(path, ask(path).toString().replaceAll("\"knownAt\":\"[^\"]*\"", ""));
        }
        return figures;
    }

    private static Map<String, String> withoutSources(Map<String, String> figures) {
        Map<String, String> bare = new TreeMap<>();
        figures.forEach((path, text) -> bare.put(path, text.replaceAll("\"sources\":\\[[^\\]]*]", "")));
        return bare;
    }

    private Answer give(String name, String... sections) throws Exception {
        return upload("", name, file(ACCOUNT, sections).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_same_files_again_and_one_taken_back_and_restored_change_no_figure() throws Exception {
        give("year.csv", POSITIONS, QUARTERS);
        Answer correction = give("correction.csv", CORRECTED);
        assertThat(correction.status()).isEqualTo(201);
        Map<String, String> figures = figures();

        assertThat(give("year.csv", POSITIONS, QUARTERS).status()).isEqualTo(200);
        assertThat(give("a-copy.csv", CORRECTED).status()).isEqualTo(200);
        assertThat(figures()).isEqualTo(figures);
        assertThat(give("part.csv", QUARTERS).status())
                .as("another file that tells nothing new")
                .isEqualTo(201);
        assertThat(withoutSources(figures())).isEqualTo(withoutSources(figures));
        Map<String, String> withPart = figures();

        String place = correction.header("Location");
        assertThat(send(request(place + "/retraction")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"reason\": \"not yet\"}"))
                                .build())
                        .status())
                .isEqualTo(200);
        assertThat(figures()).isNotEqualTo(withPart);
        assertThat(give("correction.csv", CORRECTED).status()).isEqualTo(409);
        assertThat(send(request(place + "/retraction").DELETE().build()).status())
                .isEqualTo(200);
        assertThat(give("correction.csv", CORRECTED).status()).isEqualTo(200);
        assertThat(figures()).isEqualTo(withPart);
    }
}
