// docs/participants.xsd says what participant.def says, and holds for the files that are read.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "intake/record.hpp"
#include "model/participant.hpp"
#include "tests/intake/told.hpp"
#include "tests/places.hpp"

namespace rothcheck::intake {
namespace {

const std::string path = tests::project("docs/participants.xsd");

/// The facts of participant.def, an element each.
std::string elements() {
  std::string all;
  const auto add = [&](std::string_view type, Field field) {
    const FieldRow& row = participant_fields()[static_cast<std::size_t>(field)];
    all += "      <xs:element name=\"" + std::string{row.name} + "\" type=\"" + std::string{type} +
           "\" minOccurs=\"0\"><xs:annotation><xs:documentation>" + std::string{row.meaning} +
           "</xs:documentation></xs:annotation></xs:element>\n";
  };
#define PARTICIPANT(field, type, meaning) add(#type, Field::field);
#include "model/participant.def"
#undef PARTICIPANT
  return all;
}

/// A type of participant.def: the texts that a pattern lets through.
std::string type_of(std::string_view name, std::string_view pattern) {
  return "  <xs:simpleType name=\"" + std::string{name} +
         "\">\n    <xs:restriction base=\"xs:token\"><xs:pattern value=\"" + std::string{pattern} +
         "\"/></xs:restriction>\n  </xs:simpleType>\n";
}

std::string schema() {
  const std::string amount = R"([$]?([0-9]{1,10}|[0-9]{1,3}(,[0-9]{3}){1,3})(\.[0-9]{1,2})?)";
  const std::string percent = R"([0-9]{1,3}(\.[0-9]{1,6}| [0-9]+/[0-9]+)?)";
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- Participant files in XML: one participant a person, one element a fact, in any order; what is not known is left out.
     Held to model/participant.def by tests/intake/participants_xsd_test.cpp. -->
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:element name="participants">
    <xs:complexType>
      <xs:sequence><xs:element name="participant" type="participant" maxOccurs="unbounded"/></xs:sequence>
    </xs:complexType>
    <xs:unique name="one_participant_an_id"><xs:selector xpath="participant"/><xs:field xpath="@id"/></xs:unique>
  </xs:element>
  <xs:complexType name="participant">
    <xs:all>
)" + elements() +
         "    </xs:all>\n    <xs:attribute name=\"id\" type=\"id\" use=\"required\"/>\n"
         "  </xs:complexType>\n" +
         type_of("id", ".+") + type_of("Text", ".*") + type_of("Money", '(' + amount + ")?") +
         type_of("Gain", "(-?" + amount + ")?") +
         type_of("Election", "(" + amount + "|" + percent + "%( of pay)?)?") +
         type_of("Percent", "(" + percent + "%?)?") +
         type_of("Date", "([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})?") +
         type_of("Age", "([0-9]{1,2}|1[01][0-9]|120)?") + type_of("Years", "(" + percent + ")?") +
         type_of("Hours", R"(([0-9]{1,4}(\.[0-9]{1,6})?)?)") +
         type_of("Periods", "([1-9][0-9]{0,2})?") +
         type_of(
             "YesNo",
             "([yY]([eE][sS])?|[nN][oO]?|[tT]([rR][uU][eE])?|[fF]([aA][lL][sS][eE])?|1|0|[xX])?") +
         type_of("Business", "(sole-proprietor|partner|s-corporation|c-corporation)?") +
         type_of("FilingStatus", "(single|head-of-household|joint|separate)?") + "</xs:schema>\n";
}

std::string text_of(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// 0 when the document holds to the schema, else another number. Without a file, because tests run
/// side by side.
int validate(const std::string& document) {
  const std::string command =
      "xmllint --nonet --noout --schema " + std::string{path} + " - 2>/dev/null";
  std::FILE* xmllint = ::popen(command.c_str(), "w");
  std::fwrite(document.data(), 1, document.size(), xmllint);
  return ::pclose(xmllint);
}

constexpr std::string_view sample = R"(<?xml version="1.0" encoding="UTF-8"?>
<participants>
  <participant id="E1">
    <pay>$150,000.00</pay>
    <birth_date>1998-02-03</birth_date>
    <hire_date>2/3/2020</hire_date>
    <pre_tax>12%</pre_tax>
    <roth>5000</roth>
    <after_tax>5% of pay</after_tax>
    <class>union</class>
    <ownership_pct>5.5</ownership_pct>
    <hce>no</hce>
    <service_years>2 1/2</service_years>
    <pay_periods>26</pay_periods>
    <business>s-corporation</business>
    <filing_status>joint</filing_status>
  </participant>
  <participant id="E2"/>
</participants>
)";

TEST(ParticipantsXsd, IsMadeFromTheTableOfParticipants) {
  if (std::getenv("ROTHCHECK_ACCEPT") != nullptr) std::ofstream{path, std::ios::binary} << schema();
  EXPECT_EQ(text_of(path), schema()) << "run the test with ROTHCHECK_ACCEPT=1 to write it anew";
}

TEST(ParticipantsXsd, HoldsForAFileThatIsRead) {
  Told told;
  read_participant_xml(sample, told.sink());
  EXPECT_EQ(told.records.size(), 2u);
  EXPECT_TRUE(told.unreadable.empty());
  EXPECT_EQ(validate(std::string{sample}), 0);
}

TEST(ParticipantsXsd, RefusesWhatIsNoParticipantFile) {
  const auto with = [](const std::string& participant) {
    return validate("<participants>" + participant + "</participants>");
  };
  EXPECT_EQ(with("<participant id='1'><pay>5</pay></participant>"), 0);
  EXPECT_NE(with("<participant><pay>5</pay></participant>"), 0);
  EXPECT_NE(with("<participant id='1'><pay>5</pay><pay>6</pay></participant>"), 0);
  EXPECT_NE(with("<participant id='1'><bonsu>5</bonsu></participant>"), 0);
  EXPECT_NE(with("<participant id='1'><pay>1.234,56</pay></participant>"), 0);
  EXPECT_NE(with("<participant id='1'><birth_date>3.5.1980</birth_date></participant>"), 0);
  EXPECT_NE(with("<participant id='1'/><participant id='1'/>"), 0);
  EXPECT_NE(with(""), 0);
}

}  // namespace
}  // namespace rothcheck::intake
