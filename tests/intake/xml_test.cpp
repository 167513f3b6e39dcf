// XML participants: names, places, what spoils a row and what spoils the file.
#include "intake/xml/xml.hpp"

#include <gtest/gtest.h>

#include "intake/census.hpp"
#include "intake/record.hpp"
#include "tests/intake/told.hpp"

namespace rothcheck::intake {
namespace {

Told told_of(std::string_view text) {
  Told told;
  read_participant_xml(text, told.sink());
  return told;
}

std::string unreadable(std::string_view text) {
  const Told told = told_of(text);
  EXPECT_EQ(told.unreadable.size(), 1u) << text;
  return told.unreadable.empty() ? "" : said(told.unreadable.front());
}

TEST(Xml, EachElementOfAParticipantIsAFact) {
  const Told told = told_of(R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- exported -->
<participants xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:noNamespaceSchemaLocation="participants.xsd">
  <participant id="E1">
    <pay>150000</pay>
    <class>a &amp; b &lt;<![CDATA[c]]>&#233;</class>
  </participant>
  <participant id="A&amp;B"><birth_date>2/3/1998</birth_date><pay/></participant>
</participants>
)");
  EXPECT_EQ(told.names(), (Lines{"id", "pay", "class", "birth_date"}));
  EXPECT_EQ(told.records,
            (Lines{"5: id=E1 pay=150000 class=a & b <c\u00E9", "9: id=A&B birth_date=2/3/1998"}));
  EXPECT_TRUE(told.unreadable.empty());
}

TEST(Xml, ValuesAndNamesStandWhereTheirTagBegins) {
  std::vector<Name> names;
  std::vector<std::pair<std::uint64_t, int>> places;
  Told told;
  RecordSink sink = told.sink();
  sink.names = [&](const std::vector<Name>& found, Names are) {
    EXPECT_EQ(are, Names::keys);
    names = found;
    return true;
  };
  sink.record = [&](const Record& record) {
    places.emplace_back(record.line, 0);
    for (const Value& value : record.values) places.emplace_back(value.line, value.column);
  };
  read_participant_xml(
      "<participants>\n <participant\n   id='1'>\n\t<pay>5</pay>  <age\n>\n40</age></participant>"
      "</participants>",
      sink);
  ASSERT_EQ(names.size(), 3u);
  EXPECT_EQ(names[1].text, "pay");
  EXPECT_EQ(names[1].line, 4u);
  EXPECT_EQ(names[1].column, 2);
  EXPECT_EQ(places, (std::vector<std::pair<std::uint64_t, int>>{{2, 0}, {2, 1}, {4, 2}, {4, 1}}));
}

TEST(Xml, LinesAreRightBeyondSixteenBits) {
  std::string text = "<participants>\n";
  for (int i = 0; i < 40'000; ++i) {
    text += "<participant id=\"E" + std::to_string(i) + "\">\n<pay>5</pay>\n</participant>\n";
  }
  const Told told = told_of(text + "</participants>");
  ASSERT_EQ(told.records.size(), 40'000u);
  for (std::size_t i = 0; i < told.records.size(); i += 997) {
    EXPECT_EQ(told.records[i], std::to_string(2 + 3 * i) + ": id=E" + std::to_string(i) + " pay=5");
  }
}

TEST(Xml, NamesOfLaterParticipantsAreKnownFromTheStart) {
  const Told told = told_of(
      "<participants><participant id='1'/><participant id='2'><foo>1</foo><pay>5</pay>"
      "</participant><participant id='3'><pay>6</pay><foo unit='x'>2</foo></participant>"
      "</participants>");
  EXPECT_EQ(told.names(), (Lines{"id", "foo", "pay", "foo/@unit"}));
  EXPECT_EQ(told.records, (Lines{"1: id=1", "1: id=2 foo=1 pay=5", "1: id=3 pay=6 foo=2"}));
}

TEST(Xml, AnElementThatStandsTwiceSpoilsOnlyItsRow) {
  const Told told = told_of(
      "<participants>\n<participant id='1'>\n<pay>1</pay>\n<age>4</age><pay>2</pay><pay>3</pay>\n"
      "</participant>\n<participant id='2'><id>3</id></participant>\n"
      "<participant id='4'/>\n</participants>");
  EXPECT_EQ(told.spoilt,
            (Lines{"2: 4:13 CEN005 pay stands here twice", "6: 6:21 CEN005 id stands here twice"}));
  EXPECT_EQ(told.records, (Lines{"7: id=4"}));
  EXPECT_TRUE(told.unreadable.empty());
}

TEST(Xml, WhatIsNoPlainFactIsUnfit) {
  const Told told = told_of("<participants><participant id='1'><pay><of>2025</of>5</pay><class>" +
                            std::string(40'000, 'x') + "</class></participant></participants>");
  EXPECT_EQ(told.records,
            (Lines{"1: id=1 pay=(an element) class=(a text of more than 32,767 characters)"}));
}

TEST(Xml, TextBetweenTheElementsOfAParticipantSpoilsIt) {
  const Told told = told_of(
      "<participants>\n<participant id='1'>150000</participant>\n<participant id='2'/>\n"
      "</participants>");
  EXPECT_EQ(told.spoilt,
            (Lines{"2: 2:0 CEN050 there is text between the elements of a participant"}));
  EXPECT_EQ(told.records, (Lines{"3: id=2"}));
}

TEST(Xml, OtherShapesAreNamedWithTheirPlace) {
  EXPECT_EQ(unreadable("<people>\n</people>"),
            "1:1 CEN050 found <people>, expected <participants>");
  EXPECT_EQ(unreadable("<participants>\n  <person/></participants>"),
            "2:3 CEN050 found <person>, expected <participant>");
  EXPECT_EQ(unreadable("<participants>\n<participant id='1'/>\nE2\n</participants>"),
            "2:0 CEN050 there is text between the participants");
  EXPECT_EQ(unreadable("<participants>\n</participants>"),
            "1:0 CEN002 the file has no <participant>");
}

TEST(Xml, WhatBreaksTheRulesIsSaidInWords) {
  const std::string start = "<participants>\n<participant id='1'>\n";
  EXPECT_EQ(unreadable(start + "<pay>5</participant></participants>"),
            "3:21 CEN050 <pay> of line 3 is closed by </participant>");
  EXPECT_EQ(unreadable(start + "<pay>5</pay>\n"),
            "4:1 CEN050 a tag is not finished, or the file ends before its last closing tag");
  EXPECT_EQ(unreadable(start + "<class>A & B</class>"),
            "3:11 CEN050 a < or & stands here by itself");
  EXPECT_EQ(unreadable(start + "<class>A&nbsp;B</class>"),
            "3:15 CEN050 &nbsp; is no character that XML knows");
  EXPECT_EQ(unreadable(start + "<pay>\xE9</pay>").substr(4),
            "CEN050 there are bytes that are no text in the encoding of the file");
  EXPECT_EQ(unreadable("<?xml version='1.0' encoding='klingon'?><participants/>").substr(0, 68),
            "1:39 CEN050 the encoding that the first line names is not known");
  EXPECT_EQ(unreadable(start + "<pay amount=5/>").substr(0, 11), "3:13 CEN050");
}

TEST(Xml, WhatStandsBeforeAFaultIsStillHandedOver) {
  const Told told = told_of(
      "<participants>\n<participant id='1'><pay>5</pay></participant>\n<participant id='2'>");
  EXPECT_EQ(told.records, (Lines{"2: id=1 pay=5"}));
  EXPECT_EQ(told.unreadable.size(), 1u);
}

TEST(Xml, ADocumentTypeIsRefusedWithWhateverItDeclares) {
  const std::string rest =
      "\n<participants><participant id='1'><class>&x;</class></participant></participants>";
  EXPECT_EQ(unreadable("<!DOCTYPE participants [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + rest)
                .substr(5),
            unreadable("<!DOCTYPE participants>" + rest).substr(5));
  const std::string message = unreadable(
      "<?xml version='1.0'?>\n<!DOCTYPE p [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b "
      "'&a;&a;&a;&a;&a;&a;&a;'>]>" +
      rest);
  EXPECT_EQ(message.substr(0, 2), "2:");
  EXPECT_NE(message.find("CEN050 the file has a document type declaration"), std::string::npos);
}

TEST(Xml, DepthIsBounded) {
  std::string deep = "<participants><participant id='1'>";
  for (int i = 0; i < 100'000; ++i) deep += "<pay>";
  EXPECT_EQ(unreadable(deep).substr(0, 9), "1:1310 CE");
}

TEST(Xml, OtherEncodingsAreReadAsTheFirstLineSays) {
  const Told told = told_of(
      "<?xml version='1.0' encoding='windows-1252'?>\n<participants><participant id='1'>"
      "<class>caf\xE9 \x92</class></participant></participants>");
  EXPECT_EQ(told.records, (Lines{"2: id=1 class=caf\u00E9 \u2019"}));
}

TEST(Xml, BytesMayComeInPiecesOfAnySize) {
  const std::string text = "<a b='1'>x&amp;<c/>y</a>";
  for (std::size_t size = 1; size < 8; ++size) {
    std::string_view rest = text;
    const ByteSource bytes = [&](std::span<char> into) {
      const std::size_t count = std::min({size, into.size(), rest.size()});
      std::copy_n(rest.begin(), count, into.begin());
      rest.remove_prefix(count);
      return count;
    };
    std::string seen;
    const auto fault = read_xml(bytes, {[&](const XmlTag& tag) {
                                          seen += '<' + std::string{tag.name} +
                                                  std::string{tag.value_of("b")} + '>';
                                          return true;
                                        },
                                        [&](std::string_view piece) { seen += piece; },
                                        [&](std::string_view name) {
                                          seen += "</" + std::string{name} + '>';
                                          return true;
                                        }});
    EXPECT_FALSE(fault);
    EXPECT_EQ(seen, "<a1>x&<c></c>y</a>");
  }
}

TEST(Xml, ReadingEndsWhereTheReaderHasEnough) {
  int tags = 0;
  const auto fault = read_xml(bytes_of("<a><b/><c></wrong>"),
                              {[&](const XmlTag&) { return ++tags < 2; }, [](std::string_view) {},
                               [](std::string_view) { return true; }});
  EXPECT_FALSE(fault);
  EXPECT_EQ(tags, 2);
}

TEST(XmlCensus, ABadElementSpoilsItsParticipantAndAnUnknownNameIsSaidOnce) {
  const Census census = read_census("census.xml", R"(<participants>
  <participant id="E1"><pay>150000</pay><bonsu>5</bonsu></participant>
  <participant id="E2">
    <pay>x</pay>
    <bonsu>6</bonsu>
  </participant>
  <participant id="E3"><pay><year/></pay></participant>
  <participant><pay>5</pay></participant>
</participants>)");
  ASSERT_EQ(census.participants.size(), 1u);
  EXPECT_EQ(census.participants[0].pay, 150'000_usd);
  EXPECT_EQ(census.participants[0].row->line, 2u);
  EXPECT_EQ(census.rows_rejected, 3);
  Lines errors, unknown;
  for (const Finding& finding : census.findings) {
    (finding.kind->severity == Severity::error ? errors : unknown).push_back(said(finding));
  }
  EXPECT_EQ(errors, (Lines{"4:5 CEN010 found words in pay, expected an amount such as 1234.50, "
                           "not below zero",
                           "7:24 CEN010 found an element in pay, expected an amount such as "
                           "1234.50, not below zero",
                           "8:0 CEN008 the row has no id"}));
  EXPECT_EQ(unknown, (Lines{"2:41 CEN004 \"bonsu\" is not a participant field and is left out"}));
}

TEST(XmlCensus, AByteOrderMarkAndUtf16MakeNoDifference) {
  const std::string text =
      "<participants><participant id='E1'><pay>5</pay></participant></participants>";
  std::string utf16 = "\xFF\xFE";
  for (char c : text) utf16 += std::string{c, '\0'};
  for (const std::string& bytes : {text, "\xEF\xBB\xBF" + text, utf16}) {
    const Census census = read_census("census", bytes);
    ASSERT_EQ(census.participants.size(), 1u);
    EXPECT_EQ(census.participants[0].pay, 5_usd);
  }
}

}  // namespace
}  // namespace rothcheck::intake
