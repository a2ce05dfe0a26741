package io.dividendsomatic.app.income;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class IncomeOnH2Test extends IncomeReadModelTest {
    private static final int ORDERS = 2;

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("dividendsomatic.home", home::toString);
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:income;DB_CLOSE_DELAY=-1");
    }

    /** Each order is told of an account of its own, and every file is taken in before the next is told. */
    @Test
    void real_files_one_by_one_in_any_order_and_a_rebuild_come_to_the_same_payments() throws Exception {
        for (String name : List.of("ibzakharov", "Shearwater")) {
            List<Map<String, List<String>>> outcomes = new ArrayList<>();
            for (int seed = 0; seed < ORDERS; seed++) {
                AccountId account = AccountId.parse("ibkr:U4300001" + name.length() + seed);
                List<ToldFile> files = RealFiles.in("ibkr-activity", name, account);
                assertThat(files).hasSizeGreaterThan(1);
                if (seed > 0) {
                    Collections.shuffle(files, new Random(seed));
                    Collections.reverse(files);
                }
                for (ToldFile file : files) {
                    tell(file);
                    payments(account, LATER);
                }
                outcomes.add(tables().settled(account, files));
            }
            assertThat(outcomes.getFirst().get("payment")).hasSizeGreaterThan(10);
            assertThat(outcomes.stream().distinct()).as(name).hasSize(1);
        }
        try {
            rebuilt();
        } finally {
            model.drop(OTHER_GENERATION);
        }
    }
}
