package io.dividendsomatic.dividends.history.settling;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExtractTest {
    private static final AccountId ONE = AccountId.parse("ibkr:U0000001");
    private static final AccountId OTHER = AccountId.parse("ibkr:U0000002");

    private final List<String> seen = new ArrayList<>();
    private final Extract extract = new Extract(
            List.of(),
            false,
            () -> Stream.of(ONE, OTHER).map(account -> {
                seen.add("fold " + account);
                return new AccountHistory(account, List.of(), List.of(), List.of());
            }));

    @Test
    void an_account_is_folded_when_the_one_before_it_has_been_looked_at() {
        extract.past().forEach(history -> seen.add("look " + history.account()));
        assertThat(seen).containsExactly("fold " + ONE, "look " + ONE, "fold " + OTHER, "look " + OTHER);
    }

    @Test
    void for_several_looks_each_is_folded_once() {
        Extract kept = extract.kept();
        assertThat(kept.past()).hasSize(2);
        assertThat(kept.past()).hasSize(2);
        assertThat(seen).hasSize(2);
    }
}
