package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.sources.SourceStatus;
import io.dividendsomatic.dividends.income.Figure;
import io.dividendsomatic.dividends.income.Frequency;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.dividends.outlook.MissingMoney;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.lots.Gap;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.transactions.settling.GainLine;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class WordsTest {
    private static final Pattern WORD = Pattern.compile("#\\{([a-zA-Z.]+)[({}]|show\\.word\\('([a-zA-Z.]+)'\\)");

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(WordsTest.class.getResourceAsStream("/messages" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"_fi", "_sv"})
    void every_language_has_every_word(String language) throws IOException {
        assertThat(words(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(words("").stringPropertyNames());
        assertThat(words(language).values()).noneMatch(word -> word.toString().isBlank());
    }

    @Test
    void every_word_of_a_page_is_known() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Resource page : new PathMatchingResourcePatternResolver().getResources("classpath:/templates/*.html")) {
            WORD.matcher(page.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .filter(word -> !word.endsWith("."))
                    .forEach(used::add);
        }
        assertThat(used).isNotEmpty().isSubsetOf(words("").stringPropertyNames());
    }

    @Test
    void every_name_of_the_program_that_is_shown_has_a_word() throws IOException {
        Map<String, Enum<?>[]> shown = Map.of(
                "item.", Item.values(),
                "verdict.", Verdict.values(),
                "kind.", BookingKind.values(),
                "certainty.", Certainty.values(),
                "missing.", MissingMoney.Kind.values(),
                "status.", ImportEntry.Status.values(),
                "source.", FileSource.values(),
                "origin.", Origin.values(),
                "frequency.", Frequency.values(),
                "unresolved.", Holdings.Reason.values());
        Stream<String> states = Stream.concat(
                Arrays.stream(SourceStatus.State.values()).map(state -> "sourceState." + state),
                Arrays.stream(TimeLine.Kind.values()).map(kind -> "stretch." + kind));
        Stream<String> reasons = Stream.concat(
                Arrays.stream(Figure.Status.values())
                        .filter(status -> status != Figure.Status.KNOWN)
                        .map(status -> "figureMissing." + status),
                Arrays.stream(GainLine.Unknown.values()).map(unknown -> "unknown." + unknown));
        Stream<String> questions = Stream.<Enum<?>>concat(
                        Arrays.stream(OpenQuestion.Kind.values()), Arrays.stream(Gap.Reason.values()))
                .map(kind -> "question." + kind);
        Stream<String> names = Stream.concat(
                shown.entrySet().stream()
                        .flatMap(entry -> Arrays.stream(entry.getValue()).map(name -> entry.getKey() + name.name())),
                Arrays.stream(PaymentKind.values()).map(kind -> "kind." + kind));

        assertThat(words("").stringPropertyNames())
                .containsAll(names.toList())
                .containsAll(states.toList())
                .containsAll(questions.toList())
                .containsAll(reasons.toList());
    }
}
