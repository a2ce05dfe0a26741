package io.dividendsomatic.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DIVIDENDSOMATIC_SOURCES_FOLDER_NAS_AFTERWARD",
                "DIVIDENDSOMATIC_SOURCES_FOLDERS_NAS_PATH",
                "DIVIDENDSOMATIC_SOURCES_FOLDER_MY_NAS_PATH",
                "DIVIDENDSOMATIC_SOURCES_FOLDER_NAS_SCHEDULE_CRONS",
                "DIVIDENDSOMATIC_SOURCES_FLEX_OWN_QUERIES_0_NUMBER",
                "DIVIDENDSOMATIC_SOURCES_MAIL_HOME_PASSWORT_FILE",
                "DIVIDENDSOMATIC_SOURCES_PRICES_DAILY_VENDOR",
                "DIVIDENDSOMATIC_INBOX_QUIETNESS"
            })
    void a_setting_that_nobody_knows_refuses_the_start_without_its_value(String variable) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> UnknownSettings.refuse(with(variable)))
                .withMessageContaining("There is no setting dividendsomatic.")
                .satisfies(refused -> assertThat(refused.action()).startsWith("Known at that place: "))
                .withMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DIVIDENDSOMATIC_SOURCES_FOLDER_NAS_AFTERWARDS",
                "DIVIDENDSOMATIC_SOURCES_FOLDER_NAS_ACCOUNTS_PENSION",
                "DIVIDENDSOMATIC_SOURCES_FOLDER_NAS_SCHEDULE_CRON",
                "DIVIDENDSOMATIC_SOURCES_FLEX_OWN_TOKEN_FILE",
                "DIVIDENDSOMATIC_SOURCES_FLEX_OWN_QUERIES_0_ID",
                "DIVIDENDSOMATIC_SOURCES_MAIL_HOME_PASSWORD",
                "DIVIDENDSOMATIC_SOURCES_MAIL_HOME_OAUTH_TOKENURL",
                "DIVIDENDSOMATIC_SOURCES_MAIL_HOME_OAUTH_REFRESHTOKEN_FILE",
                "DIVIDENDSOMATIC_SOURCES_PRICES_DAILY_VENDORS",
                "DIVIDENDSOMATIC_SOURCES_PRICES_DAILY_EODHD_KEY_FILE",
                "DIVIDENDSOMATIC_SOURCES_PRICES_DAILY_EODHD_PER_MINUTE",
                "DIVIDENDSOMATIC_SOURCES_DOWNLOAD_ECB_URL",
                "DIVIDENDSOMATIC_INBOX_ACCOUNTS_PENSION",
                "DIVIDENDSOMATIC_REPORTING_CURRENCY"
            })
    void settings_that_are_documented_are_known(String variable) {
        assertThatNoException().isThrownBy(() -> UnknownSettings.refuse(with(variable)));
    }

    @Test
    void an_environment_without_any_is_fine() {
        assertThatNoException().isThrownBy(() -> UnknownSettings.refuse(new StandardEnvironment()));
    }

    private static StandardEnvironment with(String variable) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(variable, "canary")));
        return environment;
    }
}
