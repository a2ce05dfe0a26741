package io.dividendsomatic.app.holdings;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class HoldingsOnH2Test extends HoldingsReadModelTest {
    @TempDir
    static Path home;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("dividendsomatic.home", home::toString);
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:holdings;DB_CLOSE_DELAY=-1");
    }
}
