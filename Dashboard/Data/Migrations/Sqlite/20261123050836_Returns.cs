using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Returns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A list of codes becomes one section under the form's own name.
            migrationBuilder.Sql(
                """
                UPDATE "Forms" SET "Indicators" = CASE WHEN "Indicators" = '' THEN '[]' ELSE json_array(json_object(
                    'title', "Name", 'titleEn', "NameEn",
                    'lines', json('[{"indicator":"' || replace("Indicators", ';', '","outOf":"allowed"},{"indicator":"') || '","outOf":"allowed"}]'))) END
                """);

            migrationBuilder.DropForeignKey(
                name: "FK_Returns_Forms_Form",
                table: "Returns");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Forms",
                table: "Forms");

            migrationBuilder.RenameColumn(
                name: "Indicators",
                table: "Forms",
                newName: "Sections");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Returns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Forms",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateOnly>(
                name: "OwedUntil",
                table: "Forms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Rules",
                table: "Forms",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Forms",
                table: "Forms",
                columns: new[] { "Code", "Version" });

            migrationBuilder.CreateTable(
                name: "ReturnLines",
                columns: table => new
                {
                    Committee = table.Column<int>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    End = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Indicator = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: true),
                    OutOf = table.Column<long>(type: "INTEGER", nullable: true),
                    Precision = table.Column<string>(type: "TEXT", nullable: false),
                    IsNotApplicable = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    SentBack = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnLines", x => new { x.Committee, x.Form, x.Start, x.End, x.Indicator });
                    table.ForeignKey(
                        name: "FK_ReturnLines_Committees_Committee",
                        column: x => x.Committee,
                        principalTable: "Committees",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReturnLines");

            migrationBuilder.DropPrimaryKey(
                name: "PK_Forms",
                table: "Forms");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Returns");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Forms");

            migrationBuilder.DropColumn(
                name: "OwedUntil",
                table: "Forms");

            migrationBuilder.DropColumn(
                name: "Rules",
                table: "Forms");

            migrationBuilder.RenameColumn(
                name: "Sections",
                table: "Forms",
                newName: "Indicators");

            migrationBuilder.AddPrimaryKey(
                name: "PK_Forms",
                table: "Forms",
                column: "Code");

            migrationBuilder.AddForeignKey(
                name: "FK_Returns_Forms_Form",
                table: "Returns",
                column: "Form",
                principalTable: "Forms",
                principalColumn: "Code",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
