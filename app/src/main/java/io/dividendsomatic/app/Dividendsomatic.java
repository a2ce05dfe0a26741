package io.dividendsomatic.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program. */
@AutoConfigurationPackage(basePackages = "io.dividendsomatic")
@SpringBootApplication(scanBasePackages = "io.dividendsomatic")
public class Dividendsomatic {

    public static void main(String[] args) {
        SpringApplication.run(Dividendsomatic.class, args);
    }
}
