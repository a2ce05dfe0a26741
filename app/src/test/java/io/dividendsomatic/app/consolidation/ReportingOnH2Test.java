package io.dividendsomatic.app.consolidation;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class ReportingOnH2Test extends ReportViewsTest {
    @TempDir
    static Path home;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("dividendsomatic.home", home::toString);
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:reporting;DB_CLOSE_DELAY=-1");
    }
}
