// The grammar of plan files in Spirit X3: values, phrases, statements, blocks. Which statements
// there are is the binder's business; a phrase that the language has in several statements is a
// rule here.
#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <cassert>
#include <string>
#include <utility>

#include "dsl/mistakes.hpp"
#include "dsl/parse.hpp"
#include "dsl/scan.hpp"

/// A rule keeps its name where it stands with an action, so that no finding shows the name of a
/// type.
template <class Subject, class Action>
struct boost::spirit::x3::get_info<boost::spirit::x3::action<Subject, Action>> {
  using result_type = std::string;
  std::string operator()(const boost::spirit::x3::action<Subject, Action>& parser) const {
    return boost::spirit::x3::what(parser.subject);
  }
};

namespace rothcheck::dsl {
namespace {

namespace x3 = boost::spirit::x3;
using ast::Block;
using ast::Clause;
using ast::Document;
using ast::Shape;
using ast::Value;

struct reading_tag;

// ---- What happens when a rule has matched, or has not.

template <Shape shape>
struct leaf {
  template <class Context>
  void on_success(const char* first, const char* last, Value& value, const Context& context) {
    const Reading& reading = x3::get<reading_tag>(context);
    value = {shape, reading.span(first, last), {first, static_cast<std::size_t>(last - first)}, {}};
  }
};

/// A value made of parts takes its place from them; where only one was found, it is that one.
void assemble(Value& value, Shape shape) {
  std::vector<Value> parts = std::move(value.parts);
  if (parts.size() == 1) {
    value = Value{std::move(parts.front())};
    return;
  }
  const char* const first = parts.front().text.data();
  const Value& back = parts.back();
  value.shape = shape;
  value.text = {first, static_cast<std::size_t>(back.text.data() + back.text.size() - first)};
  value.span = {parts.front().span.source, parts.front().span.begin, back.span.end};
  value.parts = std::move(parts);
}

/// `50% of the first 6% of pay`: the parts of `first 6% of pay` become parts of the tier.
void assemble_share(Value& value) {
  if (value.parts.size() == 1 || value.parts[1].parts.empty()) return assemble(value, Shape::share);
  const std::vector<Value> reach = std::move(value.parts[1].parts);
  value.parts.pop_back();
  value.parts.insert(value.parts.end(), reach.begin(), reach.end());
  assemble(value, Shape::tier);
}

/// The places of a statement follow from those of its parts, so that blanks and comments behind it
/// are not in them.
void place(Clause& clause, Span here) {
  Span span = here;
  for (const auto* values : {&clause.values, &clause.qualifiers}) {
    if (!values->empty()) span.begin = std::min(span.begin, values->front().span.begin);
  }
  if (!clause.blocks.empty()) span.begin = std::min(span.begin, clause.blocks.front().span.begin);
  span.end = span.begin;
  for (const auto* values : {&clause.values, &clause.qualifiers}) {
    if (!values->empty()) span.end = std::max(span.end, values->back().span.end);
  }
  clause.head = clause.span = span;
  if (!clause.blocks.empty()) clause.span.end = clause.blocks.back().span.end;
  if (clause.cite) clause.span.end = std::max(clause.span.end, clause.cite->span.end);
}

struct recovering {
  template <class Exception, class Context>
  x3::error_handler_result on_error(const char*& first, const char* const&,
                                    const Exception& mistake, const Context& context) {
    Reading& reading = x3::get<reading_tag>(context);
    first = reading.mistake(mistake.where(), mistake.which());
    return x3::error_handler_result::accept;
  }
};

// ---- How rules put values together.

const auto start = [](auto& context) {
  x3::_val(context).parts.assign(1, std::move(x3::_attr(context)));
};
const auto add = [](auto& context) {
  x3::_val(context).parts.push_back(std::move(x3::_attr(context)));
};

/// Stands last in the rule of a phrase.
template <Shape shape>
const auto as = x3::eps[([](auto& context) { assemble(x3::_val(context), shape); })];
const auto as_share = x3::eps[([](auto& context) { assemble_share(x3::_val(context)); })];

// ---- Characters. A no-break space, which comes with text pasted from elsewhere, is a blank.

const auto eol = x3::lit('\n');
const auto no_break = x3::lit("\xC2\xA0");
const auto blank = x3::char_(" \t\r") | no_break;
const auto skipped = blank | (x3::lit('#') >> *(x3::char_ - eol));
const auto word_char = x3::char_ - x3::char_(" \t\r\n\"{};,#<>=") - no_break;
const auto figures = +x3::digit >> *(x3::char_(",.") >> +x3::digit);
const auto mixed = figures >> -(+blank >> +x3::digit >> '/' >> +x3::digit);

// ---- Single values.

struct word_id : leaf<Shape::word> {};
struct string_id : leaf<Shape::string> {};
struct money_id : leaf<Shape::money> {};
struct percent_id : leaf<Shape::percent> {};
struct date_id : leaf<Shape::date> {};
struct month_day_id : leaf<Shape::month_day> {};
struct number_id : leaf<Shape::number> {};
struct comparison_id : leaf<Shape::comparison> {};

/// A rule with an Id of its own, for what matches; otherwise the attribute is the characters.
template <class Id, class Characters>
auto single(const char* name, const Characters& characters) {
  return x3::rule<Id, Value>{name} = x3::omit[x3::lexeme[characters]];
}

const auto closing_quote = x3::rule<struct closing_quote_id>{"a closing quote"} = x3::lit('"');
const auto string = single<string_id>(
    "text in quotes",
    ('"' >> *(('\\' >> (x3::char_ - eol)) | (x3::char_ - x3::char_("\"\\\n")))) > closing_quote);
const auto money = single<money_id>("an amount such as $5,000",
                                    '$' >> *(x3::alnum | (x3::char_(",.") >> &x3::alnum)));
const auto percent = single<percent_id>("a percent such as 10%", mixed >> *blank >> '%');
const auto date = single<date_id>("a date such as 2026-07-01", +x3::digit >> '-' >> +x3::digit >>
                                                                   '-' >> +x3::digit >> !word_char);
const auto month_day =
    single<month_day_id>("a day such as 12-31", +x3::digit >> '-' >> +x3::digit >> !word_char);
const auto number = single<number_id>("a number", mixed >> !word_char);
const auto year = single<number_id>("a year such as 2026", +x3::digit >> !word_char);
const auto comparison =
    single<comparison_id>("`>=` or `<`", (x3::lit(">=") | '<') >> !x3::char_("<>="));
const auto word = single<word_id>("a word", +word_char);

/// One of certain words; `name` is how a finding calls them.
template <class... Spellings>
auto the_word(const char* name, Spellings... spellings) {
  return single<word_id>(name, (x3::lit(spellings) | ...) >> !word_char);
}
/// A word that only joins others.
auto joining(const char* name, const char* spelling) {
  return x3::rule<struct joining_id>{name} = x3::lexeme[x3::lit(spelling) >> !word_char];
}

// ---- Phrases.

const auto of = joining("`of`", "of");
const auto the = joining("`the`", "the");
const auto unit =
    the_word("`days`, `months` or `years`", "days", "day", "months", "month", "years", "year");
/// `3 months`, or the bare number.
const auto quantity = x3::rule<struct quantity_id, Value>{"a number"} =
    number[start] >> -unit[add] >> as<Shape::duration>;

/// One value, from the first word to the end of the second.
const auto keep_section = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };
const auto take_limit = [](auto& context) {
  Value& value = x3::_val(context);
  const char* const first = value.text.data();
  const char* const behind = x3::_where(context).begin();
  value.text = {first, static_cast<std::size_t>(behind - first)};
  value.span = x3::get<reading_tag>(context).span(first, behind);
};
const auto limit_of_law = x3::rule<struct limit_of_law_id, Value>{"`402(g) limit`"} =
    the_word("`402(g)`", "402(g)", "415(c)")[keep_section] >
    joining("`limit`", "limit")[take_limit];
/// `80% of the wage base`.
const auto wage_base = x3::rule<struct wage_base_id, Value>{"`wage base`"} =
    the_word("`wage`", "wage")[keep_section] > joining("`base`", "base")[take_limit];

/// `6% of pay`, `50% of the 402(g) limit`; a bare percent or number, for its reader to complain
/// about.
const auto amount_basis = x3::rule<struct amount_basis_id, Value>{"`pay` or `the 402(g) limit`"} =
    the_word("`pay`", "pay") | (the >> limit_of_law);
const auto amount_share = x3::rule<struct amount_share_id, Value>{
    "a percent such as 10%"} = percent[start] >> -(of > amount_basis[add]) >> as_share;
const auto amount = x3::rule<struct amount_id, Value>{"an amount such as 6% of pay or $5,000"} =
    amount_share | money | number | the_word("`unknown`", "unknown");

/// `first 6% of pay`.
const auto reach = x3::rule<struct reach_id, Value>{"`first` or `next`"} =
    (the_word("`first` or `next`", "first", "next")[start] > amount[add]) >> as<Shape::list>;
const auto after_the = x3::rule<struct after_the_id, Value>{"`first`, `next` or `402(g) limit`"} =
    reach | limit_of_law | wage_base;
const auto basis = x3::rule<struct basis_id, Value>{"`pay`, `all`, `the first` or `the next`"} =
    (the > after_the) | word;
/// `10% of pay`, `50% of all`, `50% of commission`, `50% of the first 6% of pay`, or a bare
/// percent.
const auto share = x3::rule<struct share_id, Value>{
    "a percent such as 10%"} = percent[start] >> -(of > basis[add]) >> as_share;

// ---- Whom and when.

const auto bounded = x3::rule<struct bounded_id, Value>{"a bound"} =
    (the_word("`age`, `service` or `points`", "age", "service", "points")[start] > comparison[add] >
     quantity[add]) >>
    as<Shape::condition>;
const auto hired = x3::rule<struct hired_id, Value>{"a date of hire"} =
    (the_word("`hired`", "hired")[start] > the_word("`before` or `from`", "before", "from")[add] >
     date[add]) >>
    as<Shape::condition>;
const auto of_class = x3::rule<struct of_class_id, Value>{"a class"} =
    (the_word("`class`", "class")[start] > string[add]) >> as<Shape::condition>;
const auto condition =
    x3::rule<struct condition_id, Value>{
        "a group such as hce or age >= 50|`hce` `nhce` `class` `age` `service` `points` `hired`"} =
        the_word("`hce` or `nhce`", "hce", "nhce") | of_class | bounded | hired;
const auto who = x3::rule<struct who_id, Value>{"`for`"} =
    (the_word("`for`", "for")[start] > condition[add]) >>
    *((joining("`and`", "and") > condition[add]) |
      (the_word("`or`", "or")[add] > condition[add])) >>
    as<Shape::qualifier>;
const auto in_year = x3::rule<struct in_year_id, Value>{"`in`"} =
    (the_word("`in`", "in")[start] > year[add]) >> as<Shape::qualifier>;
const auto from_until = x3::rule<struct from_until_id, Value>{"`from` or `until`"} =
    (the_word("`from` or `until`", "from", "until")[start] > date[add]) >> as<Shape::qualifier>;

// ---- Statements and blocks.

struct head_id : recovering {};
struct tail_id : recovering {};

const auto item = x3::rule<struct item_id, Value>{"another word after the comma"} =
    money | share | date | month_day | quantity | string | word;
const auto list = x3::rule<struct list_id, Value>{
    "a value"} = item[start] >> *(',' > item[add]) >> as<Shape::list>;
/// `compensation for match { }`: these are not people.
const auto for_money = x3::rule<struct for_money_id, Value>{"`for match`"} =
    the_word("`for`", "for")[start] >>
    the_word("`match`", "match", "nonelective")[add] >> as<Shape::word>;
const auto cite = joining("`cite`", "cite");
const auto cited = x3::rule<struct cited_id, Value>{"text in quotes"} = cite > string;
const auto part = x3::rule<struct part_id, Value>{"a statement"} =
    for_money | who | in_year | from_until | (!cite >> list);

const auto sort_in = [](auto& context) {
  Value& value = x3::_attr(context);
  Clause& into = x3::_val(context);
  (value.shape == Shape::qualifier ? into.qualifiers : into.values).push_back(std::move(value));
};
const auto keep_cite = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };
const auto take_head = [](auto& context) {
  Reading& reading = x3::get<reading_tag>(context);
  x3::_val(context) = std::move(x3::_attr(context));
  // Before the block: its statements have mistakes of their own.
  x3::_val(context).broken = std::exchange(reading.mistaken, false);
};
const auto take_block = [](auto& context) {
  x3::_val(context).blocks.push_back(std::move(x3::_attr(context)));
};
const auto take_cite = [](auto& context) {
  if (!x3::_attr(context).text.empty()) x3::_val(context).cite = std::move(x3::_attr(context));
};
const auto complete = [](auto& context) {
  Reading& reading = x3::get<reading_tag>(context);
  const char* const here = x3::_where(context).begin();
  x3::_val(context).broken |= std::exchange(reading.mistaken, false);
  place(x3::_val(context), reading.span(here, here));
};
const auto opens = [](auto& context) {
  const Reading& reading = x3::get<reading_tag>(context);
  const char* const behind = x3::_where(context).begin();
  x3::_val(context).span = reading.span(behind - 1, behind);
};
const auto closes = [](auto& context) {
  const Reading& reading = x3::get<reading_tag>(context);
  const char* const behind = x3::_where(context).begin();
  x3::_val(context).span.end = reading.span(behind, behind).end;
};
const auto take_clauses = [](auto& context) {
  x3::_val(context).clauses = std::move(x3::_attr(context));
};
/// A block ends its statement by itself.
const auto behind_block = [](auto& context) {
  const Reading& reading = x3::get<reading_tag>(context);
  x3::_pass(context) = reading.behind_block(x3::_where(context).begin());
};

const auto the_end = x3::rule<struct the_end_id>{"the end of the statement"} =
    &(x3::char_("\n;}") | x3::eoi) | x3::eps[behind_block];

const x3::rule<head_id, Clause> head = "a statement";
const x3::rule<tail_id, Value> tail = "the end of the statement";
const x3::rule<struct clause_id, Clause> clause = "a statement";
const x3::rule<struct block_id, Block> block = "a block";
const x3::rule<struct clauses_id, std::vector<Clause>> clauses = "statements";

const auto head_def = (x3::eps > part[sort_in]) >> *part[sort_in];
const auto tail_def = -cited[keep_cite] > the_end;
const auto clause_def = head[take_head] >>
                        *(*eol >> block[take_block]) >> tail[take_cite] >> x3::eps[complete];
const auto block_def = x3::lit('{')[opens] >> clauses[take_clauses] >> x3::lit('}')[closes];
const auto clauses_def = *(eol | ';') >> *(!(x3::lit('}') | x3::eoi) >> clause >> *(eol | ';'));

BOOST_SPIRIT_DEFINE(head, tail, clause, block, clauses)

}  // namespace

std::optional<Document> parse(std::string_view text, std::uint16_t source, Faults& faults) {
  std::optional<std::vector<Span>> comments = scan(text, source, faults);
  if (!comments) return std::nullopt;
  Reading reading{text, source, faults};
  Document document{.clauses = {}, .comments = std::move(*comments)};
  const char* first = text.data() + (text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  const char* const last = text.data() + text.size();
  const auto whole_text = x3::with<reading_tag>(reading)[x3::skip(skipped)[clauses]];
  const bool read = x3::parse(first, last, whole_text, document.clauses) && first == last;
  assert((read || faults.full()) && "the grammar finds a way through every text whose braces pair");
  return document;
}

}  // namespace rothcheck::dsl
