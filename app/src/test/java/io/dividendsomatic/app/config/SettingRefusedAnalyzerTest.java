package io.dividendsomatic.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dividendsomatic.ingestion.source.FolderSettings;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class SettingRefusedAnalyzerTest {
    private static final String NAS = "dividendsomatic.sources.folder.nas.";

    @ParameterizedTest
    @CsvSource({
        "quiet, it is no Duration",
        "afterwards, 'it is none of [keep, move, delete]'",
        "limit, it is no DataSize"
    })
    void a_setting_that_cannot_be_used_is_named_without_its_value(String key, String reason) {
        Binder binder =
                new Binder(new MapConfigurationPropertySource(Map.of(NAS + "path", "/nas", NAS + key, "canary")));
        BindException failure = catchThrowableOfType(
                BindException.class, () -> binder.bind("dividendsomatic.sources", FolderSettings.class));
        FailureAnalysis told = new SettingRefusedAnalyzer().analyze(failure);

        assertThat(told).isNotNull();
        assertThat(told.getDescription()).contains(NAS + key, reason).doesNotContain("canary");
        assertThat(told.getAction()).doesNotContain("canary");
    }
}
